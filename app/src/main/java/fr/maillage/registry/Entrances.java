package fr.maillage.registry;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The right entrance for somebody who lives somewhere, by theme and age: the rule of the public
/// counter, and of the orientation of a request. A network that does not include people directly is
/// none. Nothing asked is kept.
public interface Entrances {

    /// The answers at this moment, one a question, in their order. A commune nobody knows gets an
    /// empty answer.
    List<Answer> to(List<Ask> asks);

    /// As [#to(List)], for one question.
    default Answer to(Ask ask) {
        return to(List.of(ask)).getFirst();
    }

    /// Whether this structure of the installation has an entrance of its own in the register today.
    boolean answers(UUID owner);

    /// @param communeCode INSEE
    /// @param themeCode national code; null when it is not known
    /// @param age in years; null when it is not known
    record Ask(String communeCode, @Nullable String themeCode, @Nullable Integer age) {}

    /// @param entrances those that declare this place, take this theme and this age; the right one
    ///   first
    /// @param nearest when there is none: the nearest of the theme and those of the département
    ///   that inform about everything, each saying why it is no more than that; at most four
    record Answer(List<Entrance> entrances, List<Entrance> nearest) {
        public static final Answer NONE = new Answer(List.of(), List.of());
    }

    /// @param owner the structure of this installation that answers there; null when it is none
    /// @param type in words
    /// @param hours the week in words; "" when it is not known
    /// @param now « Ouvert jusqu’à 17:00 », « Fermé, ouvre mercredi à 09:00 »; "" when hours are
    ///   not known
    /// @param kilometres as the crow flies from the commune of the person; null when unknown
    /// @param why reasons in words, the strongest first
    record Entrance(
            UUID structure,
            @Nullable UUID owner,
            String name,
            String typeCode,
            String type,
            String phone,
            @Nullable String email,
            @Nullable String place,
            String does,
            String hours,
            boolean open,
            String now,
            @Nullable Integer kilometres,
            List<String> why) {}
}
