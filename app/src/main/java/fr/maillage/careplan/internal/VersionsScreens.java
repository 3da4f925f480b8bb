package fr.maillage.careplan.internal;

import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.kernel.NotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Two versions of a plan side by side, as far as who reads may know them.
@Component
class VersionsScreens {

    private final PpsRepository plans;
    private final PpsScreens screens;
    private final Discussed discussed;
    private final Clock clock;

    VersionsScreens(PpsRepository plans, PpsScreens screens, Discussed discussed, Clock clock) {
        this.plans = plans;
        this.screens = screens;
        this.discussed = discussed;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public VersionsPage versions(OpenFile file, @Nullable UUID from, @Nullable UUID to) {
        var today = LocalDate.now(clock);
        var all =
                plans.of(file.patient()).stream()
                        .filter(p -> PpsScreens.writes() || p.status() != Status.BROUILLON)
                        .toList();
        if (all.isEmpty()) throw new NotFound("pps", null);
        var second = to == null ? all.getFirst() : among(all, to);
        var first =
                from == null
                        ? all.stream()
                                .filter(p -> p.id().equals(second.previous()))
                                .findFirst()
                                .orElse(null)
                        : among(all, from);
        // old before new, whichever way they were chosen
        var reversed = first != null && first.number() > second.number();
        var older = reversed ? second : first;
        var newer = reversed ? Objects.requireNonNull(first) : second;
        var mine = screens.mine(file);
        var before =
                older == null ? null : PpsScreens.readable(older.content(), file.parts(), mine);
        return new VersionsPage(
                file.banner(),
                PpsScreens.base(file.patient()),
                older == null
                        ? "Version " + newer.number()
                        : "Version " + older.number() + " et version " + newer.number(),
                older == null ? "Avant" : label(older),
                label(newer),
                changes(
                        before,
                        PpsScreens.readable(newer.content(), file.parts(), mine),
                        discussed.origins(newer.id())),
                all.stream()
                        .map(p ->
                                new VersionsPage.Choice(
                                        p.id().toString(),
                                        label(p),
                                        older != null && p.id().equals(older.id())))
                        .toList(),
                all.stream()
                        .map(p ->
                                new VersionsPage.Choice(
                                        p.id().toString(), label(p), p.id().equals(newer.id())))
                        .toList(),
                screens.versions(all, today));
    }

    private static Pps among(List<Pps> all, UUID id) {
        return all.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("pps", id));
    }

    /// From one version to the next, in words.
    ///
    /// @param origins who proposed what `after` took, by line
    static List<VersionsPage.Change> changes(
            @Nullable Content before, Content after, Map<String, String> origins) {
        return PpsDiff.between(before, after).stream()
                .map(c -> change(c, c.line() == null ? null : origins.get(c.line())))
                .toList();
    }

    /// Old and new, with what differs marked.
    static VersionsPage.Change change(PpsDiff.Change c, @Nullable String from) {
        return new VersionsPage.Change(
                c.what(), c.kind(), side(c.before(), c.after()), side(c.after(), c.before()), from);
    }

    private static VersionsPage.@Nullable Side side(@Nullable String text, @Nullable String other) {
        if (text == null) return null;
        var marked = PpsDiff.Marked.of(text, other);
        return new VersionsPage.Side(marked.same(), marked.different(), marked.end());
    }

    private static String label(Pps pps) {
        return "Version "
                + pps.number()
                + ", "
                + PpsText.of(pps.status()).toLowerCase(java.util.Locale.FRENCH);
    }
}
