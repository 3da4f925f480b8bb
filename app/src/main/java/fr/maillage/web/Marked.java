package fr.maillage.web;

/// A state that is shown by a mark: an enumeration whose constants say their word, their colour and
/// their icon.
public interface Marked {

    /// How it is shown.
    Mark mark();

    /// Its word.
    default String label() {
        return mark().label();
    }
}
