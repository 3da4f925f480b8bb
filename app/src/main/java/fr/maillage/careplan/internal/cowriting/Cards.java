package fr.maillage.careplan.internal.cowriting;

import fr.maillage.careplan.internal.PlanLines;
import fr.maillage.kernel.FrenchDates;
import java.time.LocalDate;

/// Suggestions in lists: who reads which, and in what words.
final class Cards {

    private Cards() {}

    /// Who reads the line, or would read the new one, reads what is proposed of it; its author
    /// reads what became of it.
    static boolean reads(Voice voice, Suggestion s, PlanLines.Reading reading) {
        if (s.authorId().equals(voice.who().accountId())) return true;
        var line = s.line();
        return line != null && reading.line(line).isPresent()
                || voice.file().parts().contains(s.part());
    }

    static Card card(Suggestion s, LocalDate today) {
        return new Card(
                s.href(),
                CowritingText.of(s.deed(), s.kind()),
                s.title(),
                s.author() + ", " + s.quality() + ", " + FrenchDates.relative(s.at(), today),
                s.why(),
                s.state().mark(),
                s.answer(),
                s.decidedAt() == null
                        ? null
                        : CowritingText.decided(
                                s.decidedBy(), FrenchDates.relative(s.decidedAt(), today)));
    }
}
