package fr.maillage.portability.internal.reading;

/// What a file may hold at most.
public final class Limits {

    /// Four times the caseload of the largest structure the guide knows of.
    public static final int LINES = 20_000;

    public static final int COLUMNS = 300;
    public static final int TEXT = 5_000;

    private Limits() {}
}
