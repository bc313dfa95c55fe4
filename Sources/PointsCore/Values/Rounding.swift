/// What becomes of a fraction of a point or of a yen.
package enum Rounding: String, Hashable, Sendable, CaseIterable {
    /// Down, towards minus infinity (切り捨て).
    case floor
    /// To the nearest, a half upwards (四捨五入).
    case halfUp = "half_up"
    /// Up, towards plus infinity (切り上げ).
    case ceiling = "ceil"
}
