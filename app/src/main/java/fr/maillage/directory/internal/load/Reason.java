package fr.maillage.directory.internal.load;

/// What is said of a line of a national file.
public enum Reason {
    /// Not as many fields as the header has.
    COLUMNS(true),
    /// Bytes that are no text.
    ENCODING(true),
    /// No identifier, or of another length than its type wants.
    IDENTIFIER(true),
    /// A type of identifier nobody knows.
    IDENTIFIER_TYPE(true),
    /// Nobody's name.
    NAME(true),
    /// No code where the line is nothing without one.
    CODE(true),
    /// A secure address that is none.
    ADDRESS(true),
    /// No day.
    DAY(true),
    /// No number of people.
    POPULATION(true),
    /// The same line a second time.
    TWICE(true),
    /// An entry of a bundle that is not of a kind this reads, or holds no resource.
    RESOURCE_TYPE(true),
    /// An entry of a bundle that is no FHIR.
    UNREADABLE(true),
    /// An offer flagged sensitive (uniteSensible): not kept.
    SENSITIVE(true),
    /// A resource that names another nobody knows.
    REFERENCE(true),
    /// Taken without its point: it stands outside France, or in a projection nobody knows.
    COORDINATES(false),
    /// Taken without its places: fewer than none, or more free than there are.
    PLACES(false),
    /// Taken: an offer names a structure or a place that is not there.
    UNKNOWN_NAMED(false),
    /// A service announced another number of resources than it gave.
    TOTAL(false),
    /// Taken: the check digit of the RPPS fails, which happens in the file itself.
    RPPS_KEY(false),
    /// Taken: the national identifier is not the type followed by the number.
    NATIONAL_ID(false),
    /// Taken: the commune was merged since, and is read as the one of today.
    FORMER_COMMUNE(false),
    /// Taken: a commune unknown here, even under a former code.
    COMMUNE(false);

    private final boolean refused;

    Reason(boolean refused) {
        this.refused = refused;
    }

    /// Whether the line is left out; taken with a remark otherwise.
    public boolean refused() {
        return refused;
    }
}
