package import PointsCore

// MARK: - For the migration

extension Engine {
    /// What makes identities comparable under a program, before there is a database: exactly what the engine will do when
    /// they are imported.
    ///
    /// - Returns: A function that throws ``Refusal/identityInvalid(kind:expected:)``.
    package static func identityForm(
        of program: Program
    ) -> (IdentityClaim) throws(Refusal) -> IdentityClaim {
        let book = IdentityBook(program)
        return { (claim: IdentityClaim) throws(Refusal) -> IdentityClaim in
            try book.normalised(claim)
        }
    }
}
