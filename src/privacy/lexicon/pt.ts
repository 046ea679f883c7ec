import type { Lexicon } from './lexicon.ts';

/** Portuguese, with the identity documents of Portugal and Brazil. */
export const pt: Lexicon = {
  'full name':
    'nome completo, nome e sobrenome, titular da conta, titular do cartão, nome do titular, nome social, nome civil, =titular, nome de exibição',
  'first name': '=nome, primeiro nome, nome próprio, nomes próprios, prenome',
  'last name':
    'sobrenome, apelido família, último nome, nome de família, apelidos, nome de solteira, =apelido',
  'other name': 'alcunha, nome do meio, tratamento pessoal, pseudônimo, pseudónimo, nome artístico',
  'another person':
    'cônjuge, esposa, marido, contato de emergência, contacto de emergência, nome da mãe, nome do pai, mãe, filhos, dependentes, responsável legal, filiação, encarregado de educação, médico de família, chefia direta',
  username: 'nome de utilizador, nome de usuário, nome usuário, usuário nome, nome utilizador',
  email:
    'correio eletrónico, correio eletrônico, endereço de email, endereço de correio, endereço eletrônico, endereço de e-mail, correio electrónico',
  phone:
    'telefone, número de telefone, telemóvel, celular, telefone celular, telefone fixo, número de celular, número telemóvel, telefone de contato, telefone residencial, num telefone, número de telemóvel, contato telefônico, telefone comercial',
  fax: 'número de fax',
  'web page': 'página pessoal, site pessoal',
  photo: 'fotografia, foto de perfil, foto perfil, =foto, retrato, imagem de perfil',
  signature: 'assinatura manuscrita, rubrica manuscrita',
  'free text': 'biografia, sobre mim',
  address:
    '=endereço, morada, endereço residencial, endereço de entrega, endereço de cobrança, residência, domicílio, endereço postal, morada fiscal, endereço completo, complemento endereço, morada completa, morada de entrega, local de residência, endereço de faturação',
  street: '=rua, logradouro, número da porta, nome da rua, número da casa, =bairro, rua e número',
  city: '=cidade, =município, =localidade, =concelho, =freguesia, cidade de residência',
  'postal code': 'código postal, =cep, código de endereçamento postal',
  region: '=distrito, =uf, estado de residência, =estado residência, distrito de residência',
  country: '=país, país de residência, =código do país',
  'birth date':
    'data de nascimento, data nascimento, aniversário, nascimento, data nasc, dt nascimento, dt nasc, nascido em, mês de nascimento, dia de nascimento',
  'birth year': 'ano de nascimento',
  age: '=idade, idade atual',
  'age band': 'maior de idade, faixa etária, menor de idade, grupo etário',
  'birth place':
    'local de nascimento, naturalidade, país de nascimento, cidade de nascimento, concelho de nascimento, estado de nascimento',
  gender: 'género, gênero, =sexo, identidade de género, identidade de gênero',
  nationality: 'nacionalidade, cidadania, nacionalidades, estatuto de refugiado',
  'marital status': 'estado civil, casado, solteiro, divorciado, viúvo, união estável',
  family:
    'número de filhos, agregado familiar, data de óbito, data de falecimento, composição familiar, licença maternidade',
  language: '=idioma, =língua, língua materna, idioma preferido',
  'time zone': 'fuso horário',
  'national id':
    'cpf, =rg, cartão de cidadão, bilhete de identidade, número de identificação civil, nic civil, niss, segurança social, cartão cidadão, =pis, pasep, nis social, título de eleitor, registro geral, número de identidade, documento de identidade, cnh, número de segurança social, número do cartão de cidadão, número cpf, cadastro de pessoa física, número do documento, cartão nacional de saúde, ctps, carteira de trabalho, pis pasep, identidade rg',
  passport: 'passaporte, número do passaporte, número passaporte',
  'driving licence':
    'carta de condução, carteira de motorista, carteira de habilitação, carteira nacional de habilitação, número da carta de condução',
  'residence permit':
    'autorização de residência, título de residência, registro nacional migratório, rne, rnm',
  vehicle: 'matrícula do veículo, placa do veículo, placa do carro, renavam, chassi',
  'tax id': 'nif, contribuinte, número de contribuinte, número de identificação fiscal, número contribuinte',
  'bank account':
    'conta bancária, número da conta, conta corrente, chave pix, dados bancários, =pix, =nib, conta poupança, agência e conta',
  'payment card': 'cartão de crédito, número do cartão, cartão de débito, cartão crédito, cartão bancário',
  finances:
    'salário, rendimento, renda mensal, =renda, dívidas, aposentadoria, patrimônio, remuneração, vencimento base, renda familiar, score de crédito, pensão, rendimento anual, vencimento mensal, património, saldo da conta',
  employment:
    'profissão, ocupação, cargo profissional, função profissional, =cargo, categoria profissional, situação laboral, data de admissão',
  education:
    'escolaridade, habilitações literárias, formação académica, formação acadêmica, grau de escolaridade, nível de ensino, habilitações académicas, histórico escolar',
  interests: 'interesses, passatempos, gostos pessoais',
  'ip address': 'endereço ip',
  'hardware address': 'endereço mac',
  'device id': 'identificador do dispositivo, id dispositivo',
  location:
    '=localização, coordenadas, latitude longitude, geolocalização, localização atual, localização gps',
  health:
    'saúde, doença, doenças, deficiência, grávida, gravidez, gestante, alergia, alergias, grupo sanguíneo, tipo sanguíneo, histórico médico, diagnóstico, medicação, medicamentos, estado de saúde, vacinação, prontuário, atestado médico, incapacidade, baixa médica, restrições alimentares, deficiente, tratamento médico, doença crónica, doença crônica, pcd, vacinas, dados de saúde, necessidades especiais, =cid diagnóstico, =paciente, fumador, fumante, número de utente, =utente, processo clínico, histórico de saúde, grau de incapacidade, dieta, intolerâncias, saúde mental, cadeira de rodas, licença médica, peso corporal, lesões',
  'health insurance':
    'plano de saúde, cartão sus, cartão de saúde, seguro de saúde, número do sns, número de utente, cns, convênio médico, carteirinha do plano, número sns, número do plano de saúde, cartão do sus, convênio',
  biometrics:
    'biometria, impressão digital, impressões digitais, reconhecimento facial, dados biométricos, biométrico, impressão vocal, leitura de íris, biometria facial',
  genetics: 'dados genéticos, genética, teste genético, genético, adn, informação genética',
  religion:
    'religião, crença religiosa, =crença, convicção religiosa, convicções religiosas, filiação religiosa, religioso, convicções filosóficas, =igreja, fé religiosa, culto religioso',
  politics:
    'opinião política, filiação partidária, partido político, opiniões políticas, ideologia política, filiação política, convicções políticas, intenção de voto, orientação política, militância',
  'union membership':
    'sindicato, filiação sindical, sindicalizado, membro sindicato, sindical, contribuição sindical, associado ao sindicato, delegado sindical, quota sindical',
  ethnicity:
    'etnia, origem étnica, =raça, cor da pele, origem racial, raça cor, cor raça, grupo étnico, quilombola, raça ou cor, autodeclaração racial',
  'sex life': 'orientação sexual, vida sexual, sexualidade, preferência sexual, identidade sexual',
  crime:
    'antecedentes criminais, registo criminal, registro criminal, =condenação, condenações, =crimes, ficha criminal, certidão criminal, certidão de antecedentes, antecedentes penais, condenações penais, cadastro criminal, folha de antecedentes',
  pseudonym:
    'número de cliente, id do usuário, número de sócio, matrícula funcionário, código do cliente, número mecanográfico, id utilizador, id usuário, id cliente, código cliente, número de aluno, matrícula aluno, número de matrícula',
  secret:
    'senha, palavra-passe, chave privada, palavra passe, chave secreta, senha de acesso, pergunta secreta',
  authorization:
    'papel, papéis, permissões, perfil de acesso, grupo, grupos, função, funções, autorizações, privilégios',
  organisation:
    'empresa, razão social, cnpj, nome da empresa, empregador, nipc, organização, nome fantasia, companhia, inscrição estadual, departamento, endereço da empresa, sede social, setor',
  technical:
    'nome do arquivo, nome do produto, nome do papel, nome do domínio, nome do ficheiro, número do pedido, número da fatura, data de criação, data de validade, data de modificação, código do produto, nome do grupo, título do documento, número pedido, número fatura, nome do servidor, idade da sessão, idade máxima',
};
