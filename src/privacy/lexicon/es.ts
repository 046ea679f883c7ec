import type { Lexicon } from './lexicon.ts';

/** Spanish, with the identity documents of Spain and Latin America. */
export const es: Lexicon = {
  'full name':
    '=nombre completo, nombre y apellidos, titular, titular de la cuenta, titular de la tarjeta, nombre apellidos, nombre titular, nombres y apellidos, nombre para mostrar, nombre del titular',
  'first name': '=nombre, nombres, primer nombre, nombre de pila, nombre propio',
  'last name':
    'apellido, apellidos, primer apellido, segundo apellido, apellido paterno, apellido materno, apellido de soltera, apellido 1, apellido 2',
  'other name': 'apodo, segundo nombre, tratamiento personal, sobrenombre, seudónimo',
  'another person':
    'cónyuge, esposa, esposo, contacto de emergencia, nombre de la madre, nombre del padre, hijos, tutor legal, jefe directo, médico de cabecera, supervisor directo, representante legal',
  username: 'nombre de usuario, usuario nombre, nombre usuario, cuenta de usuario',
  email:
    '=correo, correo electrónico, dirección de correo, correo e, direccion de correo electronico, correo personal, dirección email, email contacto',
  phone:
    'teléfono, número de teléfono, móvil, teléfono móvil, celular, teléfono fijo, numero telefono, telefono celular, número de móvil, tlf, numero celular, número móvil, teléfono de contacto, tfno, telefono casa, teléfono trabajo',
  fax: 'número de fax',
  'web page': 'página personal, sitio web personal, enlace perfil',
  photo: 'fotografía, foto de perfil, foto, foto carnet, retrato, imagen de perfil, foto perfil',
  signature: 'firma manuscrita, firma digitalizada',
  'free text': 'biografía, sobre mí',
  address:
    '=dirección, domicilio, dirección postal, dirección de envío, dirección de facturación, dirección completa, lugar de residencia, dirección particular, domicilio particular, dirección de casa, dirección residencial, domicilio fiscal persona, dirección envío, residencia habitual',
  street:
    '=calle, número de calle, nombre de la calle, nombre de vía, número exterior, número interior, calle y número',
  city: '=ciudad, =localidad, =municipio, ciudad de residencia, población residencia',
  'postal code': 'código postal, codigopostal, cod postal',
  region: '=provincia, =comunidad autónoma, =departamento residencia, estado residencia, =colonia',
  country: '=país, país de residencia, =código país, =código de país',
  'birth date':
    'fecha de nacimiento, fecha nacimiento, cumpleaños, fecha nac, nacimiento fecha, fec nac, nacido el, fnac, día de nacimiento, mes de nacimiento',
  'birth year': 'año de nacimiento, año nacimiento',
  age: '=edad, edad actual, edad años',
  'age band': 'mayor de edad, rango de edad, grupo de edad, menor de edad, grupo edad, es mayor de edad',
  'birth place':
    'lugar de nacimiento, país de nacimiento, ciudad de nacimiento, lugar nacimiento, provincia de nacimiento, municipio de nacimiento',
  gender: 'género, =sexo, identidad de género',
  nationality: 'nacionalidad, ciudadanía, nacionalidades, condición de refugiado',
  'marital status': 'estado civil, casado, soltero, situación familiar, divorciado, viudo',
  family:
    'número de hijos, cargas familiares, fecha de defunción, fecha de fallecimiento, numero hijos, unidad familiar, baja maternal, miembros del hogar',
  language: '=idioma, lengua materna, idioma preferido',
  'time zone': 'zona horaria, huso horario',
  'national id':
    'dni, nie, número de identidad, documento de identidad, cédula, cédula de identidad, número de seguridad social, seguridad social, curp, documento nacional, =rut, documento nacional de identidad, número de documento, numero identificacion, cédula de ciudadanía, =nss, número de afiliación seguridad social, nro documento, num documento, documento identidad, carnet de identidad, clave única de registro de población, numero dni, tarjeta de identidad, número de cédula, número afiliación, rut persona, cuil, ine clave elector, clave de elector',
  passport: 'pasaporte, número de pasaporte, num pasaporte',
  'driving licence':
    'permiso de conducir, carnet de conducir, licencia de conducir, licencia de conducción, permiso conducir, número de licencia',
  'residence permit':
    'permiso de residencia, tarjeta de residencia, tarjeta de extranjero, número de extranjero, permiso de trabajo',
  vehicle:
    'matrícula vehículo, matrícula del coche, placa vehículo, placas del vehículo, número de bastidor, patente vehículo',
  'tax id':
    'nif, =rfc, número de identificación fiscal, identificación fiscal, cuit, rfc persona, número fiscal',
  'bank account':
    'cuenta bancaria, número de cuenta, clabe, cbu, datos bancarios, cuenta corriente, num cuenta, cuenta de ahorros, número cuenta',
  'payment card':
    'tarjeta de crédito, número de tarjeta, tarjeta de débito, num tarjeta, tarjeta bancaria, número tarjeta',
  finances:
    'salario, sueldo, ingresos, =renta, deudas, nómina, ingresos anuales, patrimonio, pensión, historial crediticio, ingresos mensuales, saldo de la cuenta, salario bruto, calificación crediticia, embargo',
  employment:
    'profesión, ocupación, puesto de trabajo, cargo laboral, =cargo, =puesto, situación laboral, fecha de contratación, antigüedad laboral',
  education:
    'estudios, nivel de estudios, formación académica, título académico, titulación, nivel educativo, expediente académico, escolaridad',
  interests: 'aficiones, intereses, pasatiempos, gustos',
  'ip address': 'dirección ip',
  'hardware address': 'dirección mac',
  'device id': 'identificador de dispositivo, id dispositivo, identificador dispositivo',
  location: '=ubicación, coordenadas, latitud, longitud, geolocalización, ubicación actual, ubicación gps',
  health:
    'salud, enfermedad, enfermedades, discapacidad, embarazada, embarazo, alergia, alergias, grupo sanguíneo, historial médico, diagnóstico, medicación, medicamentos, estado de salud, vacunación, historia clínica, minusvalía, baja médica, grado de discapacidad, =dieta, restricciones alimentarias, tipo de sangre, vacunas, tratamiento médico, enfermedad crónica, datos de salud, número de paciente, número historia clínica, fumador, antecedentes médicos, incapacidad, necesidades especiales, intolerancias, lesiones, silla de ruedas, salud mental, id paciente, =paciente, incapacidad laboral, peso corporal, dependencia grado',
  'health insurance':
    'tarjeta sanitaria, seguro médico, número de tarjeta sanitaria, seguro de salud, número de afiliado salud, obra social, eps afiliado, número tarjeta sanitaria, cip sanitario, mutua médica, póliza de salud, numero seguro medico',
  biometrics:
    'biometría, huella dactilar, huella digital, huellas dactilares, reconocimiento facial, huella de voz, datos biométricos, biométrico, =huella, plantilla facial, huellas, escaneo de iris',
  genetics: 'datos genéticos, genética, adn, prueba genética, test genético, información genética',
  religion:
    'religión, creencias religiosas, creencia, confesión religiosa, convicciones religiosas, creencias, religioso, convicciones filosóficas, culto religioso, iglesia, fe religiosa, bautismo',
  politics:
    'opinión política, afiliación política, partido político, ideología, opiniones políticas, ideología política, militancia política, orientación política, intención de voto, voto político, militancia',
  'union membership':
    'sindicato, afiliación sindical, afiliado sindicato, miembro sindicato, sindical, sindicalización, cuota sindical, delegado sindical, afiliado sindical',
  ethnicity:
    'origen étnico, etnia, =raza, origen racial, color de piel, grupo étnico, pertenencia étnica, pueblo indígena, autoidentificación étnica',
  'sex life': 'orientación sexual, vida sexual, sexualidad, preferencia sexual, identidad sexual',
  crime:
    'antecedentes penales, condena, condenas, delitos, =delito, certificado de antecedentes, antecedentes policiales, certificado de delitos sexuales, antecedentes judiciales, expediente penal, arrestos, infracciones penales',
  pseudonym:
    'número de cliente, id usuario, número de socio, número de empleado, id cliente, numero de matricula estudiante, código cliente, número de expediente, número cliente, identificador de usuario, legajo, matrícula estudiante, código de empleado',
  secret: 'contraseña, clave privada, clave secreta, contrasena, clave de acceso, clave api',
  authorization: 'rol, roles usuario, permisos, grupo, grupos, privilegios, autorizaciones',
  organisation:
    'empresa, razón social, nombre de la empresa, cif, empleador, nombre empresa, organización, compañía, sociedad, departamento, nombre comercial, dirección empresa, sucursal, centro de trabajo, sede social',
  technical:
    'nombre de archivo, nombre del producto, nombre del rol, nombre de dominio, nombre del grupo, código producto, número de pedido, número de factura, fecha de creación, fecha de modificación, fecha de caducidad, estado del pedido, título documento, numero pedido, numero factura, nombre del archivo, nombre del sistema, edad máxima, edad de sesión, nombre del host, nombre fichero',
};
