package fr.maillage.correspondence.internal.text;

/// A run of words of one look.
///
/// @param missing a field nobody filled yet, to be seen in red
public record Span(String text, boolean bold, boolean italic, boolean missing) {

    static Span plain(String text) {
        return new Span(text, false, false, false);
    }
}
