//! How American and British English spell the same words.
//!
//! Left out on purpose: endings in -ize, which British publishers use too, and words that one of the two writes both
//! ways (`cancelled`, `dialogue`, `meter`, `license`).

/// Words that each side spells its own way: American, British.
#[rustfmt::skip]
pub(super) const PAIRS: &[(&str, &str)] = &[
    ("behavior", "behaviour"), ("behaviors", "behaviours"), ("behavioral", "behavioural"),
    ("color", "colour"), ("colors", "colours"), ("colored", "coloured"), ("coloring", "colouring"),
    ("colorful", "colourful"), ("favor", "favour"), ("favors", "favours"), ("favored", "favoured"),
    ("favoring", "favouring"), ("favorable", "favourable"), ("favorite", "favourite"),
    ("favorites", "favourites"), ("flavor", "flavour"), ("flavors", "flavours"), ("flavored", "flavoured"),
    ("harbor", "harbour"), ("harbors", "harbours"), ("honor", "honour"), ("honors", "honours"),
    ("honored", "honoured"), ("honoring", "honouring"), ("honorable", "honourable"), ("humor", "humour"),
    ("labor", "labour"), ("labors", "labours"), ("laborer", "labourer"), ("laborers", "labourers"),
    ("neighbor", "neighbour"), ("neighbors", "neighbours"), ("neighboring", "neighbouring"),
    ("neighborhood", "neighbourhood"), ("neighborhoods", "neighbourhoods"), ("rumor", "rumour"),
    ("rumors", "rumours"), ("rumored", "rumoured"), ("savor", "savour"), ("tumor", "tumour"),
    ("tumors", "tumours"), ("vapor", "vapour"), ("vigor", "vigour"), ("armor", "armour"),
    ("armored", "armoured"), ("candor", "candour"), ("clamor", "clamour"), ("endeavor", "endeavour"),
    ("endeavors", "endeavours"), ("fervor", "fervour"), ("odor", "odour"), ("odors", "odours"),
    ("parlor", "parlour"), ("rigor", "rigour"), ("splendor", "splendour"), ("valor", "valour"),
    ("demeanor", "demeanour"), ("savior", "saviour"), ("center", "centre"), ("centers", "centres"),
    ("centered", "centred"), ("theater", "theatre"), ("theaters", "theatres"), ("fiber", "fibre"),
    ("fibers", "fibres"), ("liter", "litre"), ("liters", "litres"), ("kilometer", "kilometre"),
    ("kilometers", "kilometres"), ("centimeter", "centimetre"), ("centimeters", "centimetres"),
    ("millimeter", "millimetre"), ("millimeters", "millimetres"), ("caliber", "calibre"),
    ("meager", "meagre"), ("somber", "sombre"), ("specter", "spectre"), ("maneuver", "manoeuvre"),
    ("maneuvers", "manoeuvres"), ("luster", "lustre"), ("defense", "defence"), ("defenses", "defences"),
    ("offense", "offence"), ("offenses", "offences"), ("pretense", "pretence"), ("analyze", "analyse"),
    ("analyzed", "analysed"), ("analyzing", "analysing"), ("paralyze", "paralyse"),
    ("paralyzed", "paralysed"), ("catalyze", "catalyse"), ("traveled", "travelled"),
    ("traveling", "travelling"), ("traveler", "traveller"), ("travelers", "travellers"),
    ("labeled", "labelled"), ("labeling", "labelling"), ("modeled", "modelled"), ("modeling", "modelling"),
    ("counselor", "counsellor"), ("counselors", "counsellors"), ("jewelry", "jewellery"),
    ("marvelous", "marvellous"), ("signaled", "signalled"), ("signaling", "signalling"),
    ("fueled", "fuelled"), ("fueling", "fuelling"), ("leveled", "levelled"), ("leveling", "levelling"),
    ("quarreled", "quarrelled"), ("rivaled", "rivalled"), ("channeled", "channelled"),
    ("dueling", "duelling"), ("totaled", "totalled"), ("enrollment", "enrolment"), ("fulfill", "fulfil"),
    ("fulfillment", "fulfilment"), ("fulfills", "fulfils"), ("installment", "instalment"),
    ("installments", "instalments"), ("skillful", "skilful"), ("willful", "wilful"), ("woolen", "woollen"),
    ("instill", "instil"), ("anesthesia", "anaesthesia"), ("anemia", "anaemia"),
    ("pediatric", "paediatric"), ("pediatrician", "paediatrician"), ("pediatricians", "paediatricians"),
    ("orthopedic", "orthopaedic"), ("gynecologist", "gynaecologist"), ("hemorrhage", "haemorrhage"),
    ("leukemia", "leukaemia"), ("diarrhea", "diarrhoea"), ("estrogen", "oestrogen"), ("fetus", "foetus"),
    ("cesarean", "caesarean"), ("edema", "oedema"), ("hemoglobin", "haemoglobin"),
    ("hematology", "haematology"), ("aluminum", "aluminium"), ("gray", "grey"), ("mold", "mould"),
    ("plow", "plough"), ("skeptic", "sceptic"), ("skeptics", "sceptics"), ("skeptical", "sceptical"),
    ("skepticism", "scepticism"), ("pajamas", "pyjamas"), ("aging", "ageing"), ("airplane", "aeroplane"),
    ("airplanes", "aeroplanes"), ("cozy", "cosy"), ("sulfur", "sulphur"), ("artifact", "artefact"),
    ("artifacts", "artefacts"), ("mustache", "moustache"), ("mom", "mum"), ("moms", "mums"),
    ("math", "maths"),
];

/// British words whose American spelling is another British word as well.
#[rustfmt::skip]
pub(super) const BRITISH: &[&str] = &[
    "tyre", "tyres", "kerb", "cheque", "cheques", "programme", "programmes", "draught", "whilst", "learnt",
    "practise", "practised", "licence", "licences", "storey", "storeys",
];

/// British spellings in -ise: they count only beside others.
#[rustfmt::skip]
pub(super) const BRITISH_ISE: &[&str] = &[
    "realise", "realised", "realises", "realising", "organise", "organised", "organises", "organising",
    "organisation", "organisations", "organiser", "organisers", "recognise", "recognised", "recognises",
    "recognising", "emphasise", "emphasised", "emphasising", "criticise", "criticised", "criticising",
    "apologise", "apologised", "minimise", "minimised", "maximise", "maximised", "summarise", "summarised",
    "authorise", "authorised", "authorising", "specialise", "specialised", "utilise", "utilised",
    "characterise", "characterised", "prioritise", "prioritised", "mobilise", "mobilised", "stabilise",
    "modernise", "modernised", "modernisation", "finalise", "finalised", "legalise", "centralised",
    "privatise", "privatised", "privatisation", "globalisation", "hospitalised",
];
