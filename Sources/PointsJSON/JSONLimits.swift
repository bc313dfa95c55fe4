/// Every bound of reading and writing JSON.
package enum JSONLimits {
    /// Arrays and objects inside one another; one more is refused, so that recursion stays shallow.
    package static let nestingMax = 64

    /// Bytes of one number as written: far more than any amount or rate needs.
    package static let numberBytesMax = 128

    /// Decimal digits of the widest `Int64`.
    package static let integerDigitsMax = 19

    /// Greatest exponent, up or down, with which a decimal is still reckoned; beyond it, it is only
    /// carried along.
    package static let exponentMagnitudeMax: UInt = 1_000_000_000

    /// Digits before the point that canonical form writes without an exponent (RFC 8785).
    package static let plainDigitsMax = 21

    /// Zeros right after the point that canonical form writes without an exponent (RFC 8785).
    package static let plainZerosMax = 5

    /// Members up to which an object's keys are compared one by one; more are hashed.
    package static let linearKeysMax = 16

    /// Unicode scalars of the caller's text that a message repeats.
    package static let quotedScalarsMax = 64

    /// Bytes a ``JSONWriter`` reserves unless told otherwise: a common reply fits.
    package static let writerCapacityBytes = 512
}
