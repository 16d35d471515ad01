import type { Wording } from './wording.ts';

export const es: Wording = {
  asks: {
    person: '(?:(?:a|de|con|por|para)_)?quién(?:es)?',
    place: '(?:(?:a|de|en|por|desde|hasta)_)?dónde adónde',
    time: '(?:(?:desde|hasta)_)?cuándo hace_cuánto(?:_tiempo)?',
    number: 'cuánt[oa]s? qué_tan(?:to)?',
    duration: '(?:(?:por|durante|en)_)?cuánto(?:_tiempo|(?=_(?:dur|tard)*))',
    money: 'cuánto(?=_(?:cuesta|cost|cobr|pag|gan|vale|valía|dinero)*) a_cuánto_asciende',
    reason: '(?:por|para)_qué a_qué_se_deb* debido_a_qué',
    manner: 'cómo de_qué_(?:manera|forma|modo)',
    name: 'cómo_se(?=_(?:llam|denomin|conoc|titul)*)',
    'yes-no': '(?:es|son|era|fue)_(?:cierto|verdad|posible)',
  },
  which: 'qué cuál(?:es)?',
  nouns: {
    person:
      'jugador* president* actor actriz cantante autor* escritor* pintor* polític[oa] ministr[oa] líder* senador* gobernador* rey reina entrenador* artista* músico* científic* persona* hombre mujer candidat* director* juez* emperador* filósof* fundador* general explorador* inventor*',
    place:
      'país* ciudad* estado* pueblo* lugar* regi[oó]n* continente* naci[oó]n* isla* condado* provincia* capital* aeropuerto río* lago* distrito* barrio* estadio* calle* parque* sede territorio* zona* ubicación mar océano montaña*',
    time: 'año* mes día* fecha* siglo* década* época* temporada* semana* hora* per[ií]odo* era momento',
    number:
      'número* cantidad* población total magnitud puntuación tamaño rango edad distancia altura longitud peso velocidad temperatura anchura profundidad superficie área tasa ratio frecuencia resultado marcador',
    money: 'precio* coste* costo* salario* suma* presupuesto* ingreso* valor',
    percent: 'porcentaje* proporción',
    duration: 'duración',
    reason: 'causa* raz[oó]n* motivo*',
  },
  speech:
    'dij[oe]* dice* declar* afirm* anunci[óa]* señal[óa]* asegur* critic* opin* sostien* advirti* pien[sc]a*',
  because:
    'porque debido gracias_a causa* por_lo_que por_eso por_ello ya_que puesto_que raz[oó]n* motivo* para_que con_el_fin a_fin_de provoc* consecuencia',
  places: 'en de desde hasta hacia a por cerca_de dentro_de entre sobre',
  words: {
    month: 'setiembre',
    today: 'ayer hoy anteayer anoche',
    number:
      'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veint* treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento doscient[oa]s trescient[oa]s cuatrocient[oa]s quinient[oa]s decenas docena* mitad tercio doble triple',
    scale: 'cien* mil miles mill[oó]n* bill[oó]n* bn m',
    currency: 'dólar* euros? libras? pesos? yen* rublos? francos? marcos? céntimos? centavos?',
    percent: 'por_ciento porciento porcentual*',
    unit: 'segundos? minutos? horas? días? semanas? mes(?:es)? años? décadas? siglos',
    century: 'siglo',
    of: 'de del',
    joiner: 'la las los el y e',
  },
};

export const fr: Wording = {
  prefix: "(?:[ldnsjm]|qu|jusqu|lorsqu|puisqu)[’']",
  asks: {
    person: '(?:(?:à|de|par|avec|pour|chez|contre)_)?qui (?:à|de|par|avec|pour)_qui_est-ce_qu[ie]',
    place: '(?:d.|(?:par|vers|jusqu.)_)?où',
    time: '(?:(?:depuis|jusqu.à)_)?quand',
    number: 'combien',
    duration:
      '(?:(?:pendant|depuis|durant|en|après)_)?combien_de_temps (?:pendant|depuis|durant|en)_combien_d*',
    money: 'combien(?=_(?:a_|ont_|avait_)?(?:coût|vaut|valait|gagn|pay|rapport|dépens)*) combien_d.argent',
    reason: 'pourquoi pour_quel(?:le)?s?_raisons? qu.est-ce_qui_(?:a_)?(?:caus|provoqu|entraîn)*',
    manner: 'comment de_quelle_(?:manière|façon)',
    name: 'comment(?=_(?:s.appel|se_nomm|appel|nomm|surnomm)*)',
    'yes-no': 'est-ce_qu[e.]',
  },
  which: '(?:le|la|les|du|des|aux?)?quel(?:le)?s? qu.est-ce_qu[ie] quoi que qu.(?:a|est|ont|il|elle|on)',
  nouns: {
    person:
      'joueu[rs]* président* act(?:eur|rice)* chanteu* auteur* écrivain* peintre* politicien* ministre* dirigeant* sénateur* gouverneur* roi* reine* entraîneur* artiste* musicien* scientifique* personne* homme* femme* candidat* directeur* réalisateur* juge* empereur* philosophe* fondateur* général explorateur* inventeur* personnage* personnalité*',
    place:
      'pays ville* état* village* lieu* endroit* région* continent* nation* île* comté* province* capitale* aéroport* fleuve* rivière* lac* district* quartier* stade* rue* parc* territoire* zone* mer océan montagne* département* commune* canton*',
    time: 'année* an mois jour* date* siècle* décennie* époque* saison* semaine* heure* période* ère moment',
    number:
      'nombre* quantité* population total magnitude score* taille rang âge distance hauteur altitude longueur poids vitesse température largeur profondeur superficie surface taux ratio fréquence résultat',
    money: 'prix coût* salaire* somme* budget* montant* revenu* valeur',
    percent: 'pourcentage* proportion* part',
    duration: 'durée',
    reason: 'cause* raison* motif*',
  },
  speech:
    'dit dis[ea]* déclar* affirm* annonc* soulign* assur* critiqu* estim* pens[ea]* aver* soutien* expliqu* selon',
  because:
    'parce_que parce_qu car en_raison à_cause grâce puisqu* afin pour_que cause* raison* motif* par_conséquent donc entraîn* provoqu* conséquence dû due',
  places: 'en à au aux dans de du des vers près_de depuis sur chez entre',
  words: {
    today: 'hier demain',
    number:
      'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt* trente quarante cinquante soixante cent cents dizaine* douzaine* vingtaine* trentaine* quarantaine* cinquantaine* centaine* moitié tiers quart demi* double triple',
    scale: 'cent cents centaine* mille milliers? millions? milliards? billions?',
    currency: 'dollars? euros? livres? yens? roubles? francs? marks? centimes?',
    percent: 'pour_cent pourcent*',
    unit: 'secondes? minutes? heures? jours? journées? semaines? mois ans? années? décennies? siècles',
    century: 'siècle',
    of: 'de d',
    joiner: 'du des la le les l et aux? en',
  },
};

export const pt: Wording = {
  asks: {
    person: '(?:(?:a|de|com|por|para)_)?quem',
    place: '(?:(?:de|por|para|até|desde)_)?onde aonde donde',
    time: '(?:(?:desde|até)_)?quando há_quanto(?:_tempo)?',
    number: 'quant[oa]s? quão',
    duration: '(?:(?:por|durante|em)_)?quanto(?:_tempo|(?=_(?:dur|demor)*))',
    money: 'quanto(?=_(?:custa|custo|custar|cobr|pag|ganh|vale|valia|dinheiro)*)',
    reason: 'por_?qu[eê] para_qu[eê] por_qual_(?:razão|motivo)',
    manner: 'como de_que_(?:maneira|forma|modo)',
    name: 'como_se(?=_(?:cham|denomin|intitul)*) como(?=_(?:é|era|foi)_(?:chamad|conhecid|denominad)*)',
  },
  which: 'o_qu[eê] qu[eê] qual quais',
  nouns: {
    person:
      'jogador* president* ator atriz cantor* autor* escritor* pintor* polític[oa] ministr[oa] líder* senador* governador* rei rainha treinador* artista* músico* cientista* pessoa* homem mulher candidat* diretor* juiz* imperador* filósof* fundador* general explorador* inventor*',
    place:
      'país* cidade* estado* vila* lugar* local região regiões continente* nação nações ilha* condado* província* capital* aeroporto rio* lago* distrito* bairro* estádio* rua* parque* sede território* zona* mar oceano montanha* município*',
    time: 'ano* mês dia* data* século* década* época* temporada* semana* hora* período* era momento',
    number:
      'número* quantidade* população total magnitude pontuação tamanho posição idade distância altura altitude comprimento peso velocidade temperatura largura profundidade superfície área taxa frequência resultado placar',
    money: 'preço* custo* salário* soma* orçamento* receita* valor montante',
    percent: 'percentage[mn]* porcentage[mn]* percentual proporção',
    duration: 'duração',
    reason: 'causa* razão razões motivo*',
  },
  speech:
    'disse* diz dizem declar* afirm* anunci[oa]* assegur* critic* opin* sustent* advert* pensa* segundo',
  because:
    'porque devido graças causa* por_isso já_que uma_vez_que visto_que razão razões motivo* para_que a_fim_de provoc* consequência pois portanto',
  places: 'em n[oa]s? de d[oa]s? desde até para a por perto_de dentro_de entre sobre',
  words: {
    today: 'ontem hoje amanhã anteontem',
    number:
      'dois duas três quatro cinco seis sete oito nove dez onze doze treze (?:c|qu)atorze quinze dezesseis dezasseis dezessete dezassete dezoito dezenove dezanove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem cento duzent[oa]s trezent[oa]s quatrocent[oa]s quinhent[oa]s dezenas dúzia* metade terço dobro triplo',
    scale: 'cem centenas mil milhares milh(?:ão|ões) bilh(?:ão|ões) mil_milhões trilh(?:ão|ões) bi mi',
    currency: 'dólar* euros? libras? reais real pesos? ienes? rublos? francos? marcos? centavos? cêntimos?',
    percent: 'por_cento porcento percentua*',
    unit: 'segundos? minutos? horas? dias? semanas? mês meses anos? décadas? séculos',
    century: 'século',
    of: 'de do',
    joiner: 'da das dos e la',
  },
};

export const it: Wording = {
  prefix: "(?:[ldsnmc]|un|all|dall|dell|nell|sull|quest|quell)[’']",
  asks: {
    person: '(?:(?:a|di|da|con|per)_)?chi',
    place: '(?:(?:da|per|fino_a)_)?dove dov.(?:è|era|erano)',
    time: '(?:(?:da|fino_a)_)?quando',
    number: 'quant[oaie] quant.(?:è|era)',
    duration: '(?:(?:per|da|in)_)?quanto(?:_tempo|(?=_dur*))',
    money: 'quanto(?=_(?:è_|ha_)?(?:cost|pag|guadagn|val|denaro)*) quanti_soldi',
    reason: 'perch[éèe] per_quale_(?:motivo|ragione)',
    manner: 'come com.(?:è|era|erano) in_(?:che|quale)_mod[oi]',
    name: 'come_si(?=_(?:chiam|intitol)*) come(?=_(?:viene|venne|è|era|fu)_(?:chiamat|conosciut|denominat)*)',
  },
  which: '(?:che_)?cosa cos.(?:è|era|ha) che qual[ei]? qual.(?:è|era)',
  nouns: {
    person:
      'giocat* president* attor* attric* cantant* autor* scrittor* pittor* politic[oa] ministr[oa] leader senator* governator* re regina allenator* artist* musicist* scienziat* person[ae]* uomo donna candidat* direttor* regista giudice imperator* filosof* fondator* generale esplorator* inventor*',
    place:
      'paes[ei] città stat[oi] villaggi* luog* regio* continent* nazion* isol[ae] conte[ae] provinc* capital* aeroport* fium[ei] lag[oh]* distrett* quartier* stadi* strad* vi[ae] parc* territori* zon[ae] mare oceano montagn* comun[ei]',
    time: 'ann[oi] mes[ei] giorn[oi] dat[ae] secol[oi] decenni* epoca stagion* settiman* or[ae] period[oi] era momento',
    number:
      'numer[oi] quantità popolazione totale magnitudo punteggio dimension* posizione età distanza altezza altitudine lunghezza peso velocità temperatura larghezza profondità superficie area tasso rapporto frequenza risultato',
    money: 'prezz* cost[oi] stipendi* somma bilancio import* entrat* valore',
    percent: 'percentual* proporzione',
    duration: 'durata',
    reason: 'caus[ae] ragion* motiv[oi]',
  },
  speech:
    'dett[oa]* dice* disse dicono dichiar* afferm* annunci* sottoline* assicur* critic* sostien* pens[ao]* secondo',
  because:
    'perché poiché a_causa grazie causa* dato_che visto_che ragion* motiv* affinché al_fine provoc* conseguenza quindi pertanto dovut*',
  places: 'in a ad da dal dalla nel nella nei nelle di del della verso presso tra fra su sul sulla',
  words: {
    today: 'ieri oggi domani',
    number:
      'due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove vent* trent* quarant* cinquant* sessant* settant* ottant* novant* cento duecento trecento quattrocento cinquecento decine dozzin* metà terzo doppio triplo',
    scale: 'cento centinai* mila mille migliai* milion[ei] miliard[oi]',
    currency: 'dollar[oi] euro sterlin[ae] lir[ae] yen rubl[oi] franch[i] franco march[i] centesimi',
    percent: 'per_cento percento percentual[ei]',
    unit: 'second[oi] minut[oi] or[ae] giorn[oi] settiman[ae] mes[ei] ann[oi] decenni[o]? secoli',
    century: 'secolo',
    of: 'di del',
    joiner: 'della dei delle dello de da la il e',
  },
};

export const ro: Wording = {
  asks: {
    person: '(?:(?:cu|de|pe|pentru|de_la|de_către)_)?cine (?:a_)?cui',
    place: '(?:(?:de|pe|până)_)?unde încotro',
    time: '(?:(?:de|până)_)?când',
    number: 'cât câtă câți câte cât_de_(?:mult|mare|mari|înalt|vechi|des|departe)*',
    duration: 'cât_timp cât(?=_(?:a_)?dur*) (?:de|în|pentru)_cât_timp',
    money: 'cât(?=_(?:a_|au_)?(?:cost|plăt|câștig|valor)*) câți_bani',
    reason: 'de_ce din_ce_(?:cauză|motiv) pentru_ce',
    manner: 'cum în_ce_(?:fel|mod)',
    name: 'cum(?=_(?:se_(?:num|chiam|intit)*|a_fost_numit*|este_numit*))',
  },
  which: 'ce care căr(?:ui|ei|or)',
  nouns: {
    person:
      'jucător* președinte* actor* actriț* cântăreț* autor* scriitor* politician* ministru* lider* senator* guvernator* rege* regin* antrenor* artist* muzician* persoan* om bărbat femeie candidat* director* regizor* împărat* filosof* fondator* general* inventator*',
    place:
      'țar[ăa] țări oraș* stat* sat* loc* regiun* continent* națiun* insul* provinci* județ* capital* aeroport* râu* fluviu* lac* district* cartier* stadion* strad* parc* teritori* zon* mare ocean* munte* comun*',
    time: 'an anul* anii? ani lun[ăa] zi ziua dat[ăae] secol* deceniu* epoc* sezon* săptămân* or[ăa] perioad* er[ăa] moment*',
    number:
      'număr* cantitat* populați* total* magnitudin* scor* mărim* rang* vârst* distanț* înălțim* altitudin* lungim* greutat* vitez* temperatur* lățim* adâncim* suprafaț* ari[ae] rat[ăa] frecvenț* rezultat*',
    money: 'preț* cost* salari* sum* buget* venit* valoare*',
    percent: 'procent* proporți*',
    duration: 'durat*',
    reason: 'cauz* motiv*',
  },
  speech: 'spus* spune declar* afirm* anunț* subliniat* asigurat* critic* crede* susțin* potrivit',
  because:
    'pentru_că deoarece fiindcă din_cauz* datorit* întrucât cauz* motiv* ca_urmare astfel prin_urmare provoc*',
  places: 'în din la de spre lângă pe până_la între',
  words: {
    today: 'ieri azi astăzi mâine',
    number:
      'doi două trei patru cinci șase șapte opt nouă zece *sprezece douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci sută sute zeci duzin* jumătate sfert dublu triplu',
    scale: 'sut[ăe] mii mie milion milioane miliard miliarde',
    currency: 'dolar* euro lire lei leu yen* ruble francii? mărci',
    percent: 'la_sută procent*',
    unit: 'secund[ăe] minute? minut or[ăe] zi zile săptămân[ăi] lun[ăi] ani an deceni[iu] secole',
    century: 'secolul secolului secol',
    of: 'de al din',
    joiner: 'și a lui cel',
  },
};
