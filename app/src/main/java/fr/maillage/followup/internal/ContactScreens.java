package fr.maillage.followup.internal;

import fr.maillage.access.Trail;
import fr.maillage.intake.AskerQuality;
import fr.maillage.intake.Motive;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.Typography;
import fr.maillage.web.FormErrors;
import fr.maillage.web.Sent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the pages of contacts show.
@Component
@Transactional // not read-only: a list of persons leaves its line in the trail
class ContactScreens {

    private final ContactLines lines;
    private final KnownPeople people;
    private final Trail trail;
    private final Clock clock;

    ContactScreens(ContactLines lines, KnownPeople people, Trail trail, Clock clock) {
        this.lines = lines;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    ContactPage form(ContactForm form, FormErrors errors, List<About> abouts) {
        var persons =
                Stream.concat(form.persons().stream(), About.certain(abouts)).distinct().toList();
        var sent = form.sent();
        var shown = people.persons(persons);
        var family = people.family(persons);
        trail.listed(
                "PERSONNES PROCHES",
                Stream.concat(shown.stream(), family.stream())
                        .map(c -> UUID.fromString(c.id()))
                        .toList());
        return new ContactPage(
                sent,
                errors,
                shown,
                family,
                people.around(persons).stream()
                        .map(k ->
                                new Choice(
                                        k.id(),
                                        k.name() + ", " + Typography.inSentence(k.quality()),
                                        k.id().equals(sent.text("member"))))
                        .toList(),
                questions(abouts),
                Channel.choices(or(sent, "channel", Channel.TELEPHONE)),
                Direction.choices(or(sent, "direction", Direction.ENTRANT)),
                Reached.choices(or(sent, "reached", Reached.JOINT)),
                Choice.of(AskerQuality.values(), AskerQuality::label, sent.text("caller")),
                Choice.of(Motive.values(), Motive::label, sent.text("motive")));
    }

    private static String or(Sent sent, String field, Enum<?> otherwise) {
        return sent.text(field).isEmpty() ? otherwise.name() : sent.text(field);
    }

    private List<AboutQuestion> questions(List<About> abouts) {
        var questions = new ArrayList<AboutQuestion>();
        for (var about : abouts) {
            var field = "match" + questions.size();
            switch (about) {
                case About.Certain _ -> {}
                case About.Unsure(var typed, var near) ->
                        questions.add(
                                new AboutQuestion(
                                        field,
                                        typed,
                                        near.stream().map(people::candidate).toList()));
                case About.Nobody(var typed) ->
                        questions.add(new AboutQuestion(field, typed, List.of()));
            }
        }
        return questions;
    }

    /// The log of a day, latest first.
    ContactsPage day(LocalDate day) {
        var log =
                lines.between(
                        day.atStartOfDay(FrenchDates.PARIS).toInstant(),
                        day.plusDays(1).atStartOfDay(FrenchDates.PARIS).toInstant());
        var today = LocalDate.now(clock);
        return new ContactsPage(
                day.toString(),
                FrenchDates.longDay(day),
                day.minusDays(1).toString(),
                day.isBefore(today) ? day.plusDays(1).toString() : null,
                log,
                log.stream().mapToInt(ContactsPage.Line::minutes).sum());
    }

    /// A day in an address, today when there is none.
    LocalDate dayOr(@Nullable String day) {
        return Optional.ofNullable(day)
                .flatMap(FrenchDates::read)
                .orElseGet(() -> LocalDate.now(clock));
    }
}
