package fr.maillage.protocol.internal;

import fr.maillage.casefile.CaseFiles.Banner;
import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What protocols would add to the draft of a plan, line by line, before anything is written.
///
/// @param draft whether the plan may be written in
/// @param used protocols the plan already holds lines of
/// @param rows what is proposed; none while nothing is chosen
/// @param watches what would become an alert of it, and what would not
/// @param walked the algorithm that asks for these lines alone, or null
/// @param seen what the preview was made from
public record ApplyPage(
        Banner banner,
        String plan,
        String href,
        String heading,
        boolean draft,
        List<Used> used,
        List<Choice> choices,
        List<String> chosen,
        List<Group> groups,
        Watches watches,
        @Nullable Walked walked,
        List<Actor> circle,
        String seen,
        @Nullable String conflict,
        FormErrors errors) {

    /// @param note « v2 est publiée : 3 lignes en diffèrent », « retiré le… : … »
    public record Used(
            String title, String lines, @Nullable String note, String tone, @Nullable String see) {}

    /// A protocol that may be applied.
    ///
    /// @param why it seems to be concerned, or null
    public record Choice(
            String id, String title, String sub, @Nullable String why, boolean chosen) {}

    public record Group(String title, String count, List<Row> rows) {}

    /// @param adapt the fields of an intervention that is taken; null for a goal, or a line that
    ///   stays as it is
    public record Row(
            String id,
            String title,
            String effect,
            String tone,
            String icon,
            boolean ticked,
            String when,
            String from,
            String source,
            @Nullable String check,
            @Nullable String condition,
            @Nullable String because,
            @Nullable Adapt adapt) {}

    /// @param waits « 7 jours après chaque sortie d’hôpital », or null
    public record Adapt(
            @Nullable String waits,
            String start,
            String everyN,
            String unit,
            String times,
            String ends,
            String window,
            String tolerance,
            String actor,
            String role,
            boolean who,
            boolean open) {}

    public record Actor(String id, String label) {}

    /// Monitoring constraints of the protocols chosen.
    ///
    /// @param told who is told, or why nobody is; empty when no constraint alerts
    public record Watches(String told, List<Alerting> alerting, List<Worded> worded) {

        static final Watches NONE = new Watches("", List.of(), List.of());
    }

    /// @param when « HbA1c : 120 jours sans que ce soit fait »
    /// @param taken whether an act it watches is in the plan, or would be
    public record Alerting(
            String title,
            String protocol,
            String when,
            String severity,
            String tone,
            boolean taken) {}

    /// @param why no machine can follow it
    public record Worded(
            String title, String protocol, String trigger, String severity, String why) {}

    /// @param id of the walk
    /// @param sentence « Selon l’algorithme « Après une chute », parcouru le 2 juin 2026 »
    public record Walked(String id, String sentence) {}
}
