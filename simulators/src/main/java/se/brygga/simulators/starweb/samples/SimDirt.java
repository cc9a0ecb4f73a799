package se.brygga.simulators.starweb.samples;

/** What is odd in real assortments. The shop's own rules allow all of it, or have allowed it once. */
public enum SimDirt {
    /** Another variant has the SKU in another case. Only in a shop that tells them apart (O-23). */
    SKU_IN_OTHER_CASE,
    SPACES_AT_ENDS,
    /** Letters and slashes in the name that the alphabet of SKUs does not have. */
    ODD_NUMBER_IN_NAME,
    NAME_OF_140,
    /** The shop's longest name. */
    NAME_OF_150,
    HTML,
    /** Neither product nor shop of the product says a rate. */
    NO_VAT_RATE,
    FREE,
    /** Another product has the barcode. */
    BARCODE_TWICE,
    BARCODE_WITH_SPACES,
    /** Several variants, of which one says not what it is. */
    VARIANT_WITHOUT_VALUES,
    SIXTY_VALUES,
    INACTIVE,
    BUNDLE,
    /** Only in a shop that takes them. */
    BUNDLE_OF_BUNDLES,
    EMOJI,
    /** Letters that ISO-8859-1 does not have. */
    NOT_LATIN_1,
    RATE_OF_12_AND_6,
    LONG_TEXT
}
