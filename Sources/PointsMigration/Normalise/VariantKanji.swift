/// Old and variant kanji of names and the common form of each.
enum VariantKanji {
    /// The common form; characters that are not here have none.
    static let standard: [Unicode.Scalar: Unicode.Scalar] = {
        let variants: [(standard: Unicode.Scalar, others: String)] = [
            ("高", "髙"), ("崎", "﨑嵜碕"), ("斎", "齋齊斉"), ("沢", "澤"), ("辺", "邊邉"), ("広", "廣"),
            ("浜", "濱濵"), ("島", "嶋嶌"), ("桜", "櫻"), ("吉", "𠮷"), ("瀬", "瀨"), ("柳", "栁"),
            ("滝", "瀧"), ("徳", "德"), ("富", "冨"), ("橋", "槗"), ("国", "國"), ("真", "眞"),
            ("恵", "惠"), ("栄", "榮"), ("蔵", "藏"), ("豊", "豐"), ("竜", "龍"), ("渕", "淵渊"),
            ("条", "條"), ("万", "萬"), ("与", "與"), ("寛", "寬"), ("増", "增"), ("黒", "黑"),
            ("弥", "彌"), ("鉄", "鐵"), ("寿", "壽"), ("円", "圓"), ("会", "會"), ("学", "學"),
            ("実", "實"), ("関", "關"), ("応", "應"), ("為", "爲"), ("曽", "曾"), ("塚", "\u{FA10}"),
            ("槙", "槇"), ("桑", "桒"), ("館", "舘"), ("翠", "翆"), ("晴", "\u{FA12}"),
            ("礼", "禮"), ("静", "靜"), ("清", "淸"), ("鶴", "鶴靏靍"),
            ("塩", "鹽"), ("亀", "龜"), ("亜", "亞"), ("尭", "堯"), ("遥", "遙"), ("暁", "曉"),
            ("将", "將"), ("薫", "薰"), ("顕", "顯"), ("総", "總"), ("穣", "穰"),
            ("巌", "巖"), ("昴", "昻"), ("芦", "蘆"), ("桧", "檜"), ("諌", "諫"),
        ]
        return variants.reduce(into: [:]) { standard, variant in
            for other in variant.others.unicodeScalars where other != variant.standard {
                standard[other] = variant.standard
            }
        }
    }()
}
