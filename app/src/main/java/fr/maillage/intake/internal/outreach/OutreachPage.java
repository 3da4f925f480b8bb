package fr.maillage.intake.internal.outreach;

import fr.maillage.web.Sent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Actions that go to people over a year, their figures, the relays, and the form of another.
///
/// @param open whether the form of an action, or of a relay, was refused
public record OutreachPage(
        int year,
        List<Integer> years,
        List<Figure> figures,
        List<Line> lines,
        List<Relay> relays,
        List<Choice> kinds,
        List<Choice> populations,
        List<Choice> chosenRelays,
        List<Choice> topics,
        Sent form,
        @Nullable String open,
        String source) {

    public record Figure(
            String topic, int actions, int screened, int found, int oriented, String share) {}

    public record Line(
            String title,
            String kind,
            String when,
            String where,
            String population,
            @Nullable String partners,
            String relays,
            int met,
            List<String> counts) {}

    public record Relay(String id, String name, String place, String since, boolean there) {}

    public record Choice(String code, String label, boolean chosen) {}
}
