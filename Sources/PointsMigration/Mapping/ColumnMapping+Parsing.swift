internal import PointsJSON

// MARK: - Parsing

extension ColumnMapping {
    init(_ json: JSON, at pointer: JSONPointer) throws(MappingError) {
        let node = try MappingNode(
            json, at: pointer,
            keys: [
                "name", "kana", "birthDate", "phones", "emails", "postalCode", "address",
                "joinedOn", "lastActivityOn", "points", "pointsExpireOn", "status",
            ])
        name = try node.strings("name")
        kana = try node.strings("kana")
        birthDate = try node.optionalString("birthDate")
        phones = try node.strings("phones")
        emails = try node.strings("emails")
        postalCode = try node.optionalString("postalCode")
        address = try node.strings("address")
        joinedOn = try node.optionalString("joinedOn")
        lastActivityOn = try node.optionalString("lastActivityOn")
        points = try node.string("points")
        pointsExpireOn = try node.optionalString("pointsExpireOn")
        status = try node.optionalString("status")
    }
}
