extension BinaryInteger {
    /// The quotient rounded towards minus infinity; `divisor` must be positive.
    func flooredQuotient(by divisor: Self) -> Self {
        precondition(divisor > 0, "a floored quotient needs a positive divisor")
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}
