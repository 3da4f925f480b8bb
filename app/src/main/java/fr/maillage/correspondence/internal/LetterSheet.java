package fr.maillage.correspondence.internal;

import fr.maillage.correspondence.internal.text.LetterBlock;
import java.util.List;

/// A letter as it is on paper and on the screen.
///
/// @param sender lines of the letterhead
/// @param recipient six lines at most, as the window of an envelope shows them
/// @param left where the address begins, in millimetres from the left of the page
/// @param top the same from the top
/// @param draft still to complete: the paper says so
public record LetterSheet(
        List<String> sender,
        String place,
        List<String> recipient,
        String subject,
        List<LetterBlock> blocks,
        String signature,
        int left,
        int top,
        boolean draft) {

    /// Left margin of the page, in millimetres.
    public static final int MARGIN_LEFT = 20;

    /// Top margin of the page.
    public static final int MARGIN_TOP = 15;

    /// Height of an address of six lines: what a window always shows.
    private static final int WINDOW = 24;

    /// The address inside the margins.
    public int leftInside() {
        return left - MARGIN_LEFT;
    }

    /// The address inside the margins.
    public int topInside() {
        return top - MARGIN_TOP;
    }

    /// Height of the head, letterhead and address.
    public int head() {
        return topInside() + WINDOW + 4;
    }

    /// Smaller letters when more lines must hold in the window.
    public boolean tight() {
        return recipient.size() > PostalAddress.LINES;
    }
}
