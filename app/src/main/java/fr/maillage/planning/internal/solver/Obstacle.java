package fr.maillage.planning.internal.solver;

/// What keeps a visit from being where somebody wants it, or anywhere.
public enum Obstacle {
    /// The commune has no point, or the person no commune.
    NO_POINT,
    /// Nobody has the commune in their sector.
    NO_SECTOR,
    /// Somebody else's sector; those of the sector have no room.
    SECTOR,
    /// Not the sector of who would go there, who does not follow the person either.
    OTHER_SECTOR,
    /// Nobody works between the first and the last moment.
    NOBODY_WORKS,
    /// Not worked then, or not wholly.
    HOURS,
    /// The person is not at home.
    NOT_AT_HOME,
    /// The person has another appointment with the team then.
    PERSON_TAKEN,
    /// Before its window opens.
    TOO_EARLY,
    /// After the last moment allowed.
    TOO_LATE,
    /// Something else is there, or the way to or from it does not fit.
    TAKEN,
    /// It would fit by itself: other visits take the room.
    NO_ROOM,
    /// Nothing calls for it any more, or a visit in the agenda answers it.
    NO_NEED,
    /// Its file does not open to who accepts.
    NO_ACCESS,
    /// Several at once.
    SEVERAL
}
