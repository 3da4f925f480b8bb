package fr.maillage.partners.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.directory.Finder;
import fr.maillage.directory.Qualifications.Skill;
import fr.maillage.directory.Qualifications;
import fr.maillage.directory.Finder.Hit;
import fr.maillage.directory.Finder.Nature;
import fr.maillage.directory.Finder.Place;
import fr.maillage.directory.Finder.Understood;
import fr.maillage.directory.Finder.Wanted;
import fr.maillage.patient.Patients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The one box: the national directory asked through [Finder], with what the structure knows.
@Component
@Transactional(readOnly = true)
class Search {

    /// Kilometres around a commune when none were said.
    static final int NEAR = 15;

    /// Kilometres around the structure for what names no place, such as a rare specialty.
    private static final int REGION = 50;

    /// Answers counted by facet; those shown are fewer.
    private static final int COUNTED = 200;

    private final Finder finder;
    private final LocalPeople people;
    private final LocalStructures structures;
    private final Known known;
    private final Qualifications qualifications;
    private final Patients patients;
    private final SearchPages pages;

    Search(
            Finder finder,
            LocalPeople people,
            LocalStructures structures,
            Known known,
            Qualifications qualifications,
            Patients patients,
            SearchPages pages) {
        this.finder = finder;
        this.people = people;
        this.structures = structures;
        this.known = known;
        this.qualifications = qualifications;
        this.patients = patients;
        this.pages = pages;
    }

    /// @param typed what was read
    /// @param around where it is looked for; null for anywhere
    /// @param mine whether the place is that of the structure, for want of another
    record Asked(
            SearchForm form,
            Understood typed,
            @Nullable Place around,
            int km,
            boolean mine,
            @Nullable OpenFile file) {

        /// Whether there is anything to look for.
        boolean enough() {
            return typed.number() != null
                    || typed.name().length() >= 2
                    || typed.place() != null
                    || typed.person()
                    || typed.professional()
                    || !typed.kinds().isEmpty()
                    || typed.need() != null
                    || ours();
        }

        boolean ours() {
            return typed.ours() || form.ours();
        }

        boolean free() {
            return typed.free() || form.free();
        }
    }

    /// @param hits what answers and is shown
    /// @param all what answers whatever was ticked, for the counts
    /// @param skills of those shown, by their number
    record Answers(
            List<Hit> hits,
            List<Hit> all,
            Map<String, Known.Facts> facts,
            Map<String, List<Skill>> skills,
            boolean more) {}

    Understood read(String typed) {
        return finder.understand(typed, known.commune());
    }

    /// @param file of the person about whom it is; null for none
    SearchPage page(SearchForm form, @Nullable OpenFile file) {
        var asked = asked(form, file);
        if (!asked.enough()) return pages.page(asked, null);
        var otherwise = asked.typed().otherwise();
        if (otherwise == null) return pages.page(asked, answers(asked, true));
        var there = answers(asked, false);
        if (!there.all().isEmpty()) return pages.page(asked, there);
        var called = asked(form.typing(otherwise), file);
        var names = answers(called, true);
        return names.all().isEmpty()
                ? pages.page(asked, answers(asked, true))
                : pages.page(called, names);
    }

    private Asked asked(SearchForm form, @Nullable OpenFile file) {
        var here = known.commune();
        var home =
                file == null
                        ? Optional.<Place>empty()
                        : Optional.ofNullable(patients.get(file.patient()).communeCode())
                                .flatMap(finder::place);
        var typed = finder.understand(form.typed(), home.map(Place::code).orElse(here));
        var chosen = form.km() != null ? form.km() : typed.km();
        var place = Optional.ofNullable(typed.place());
        if (place.isEmpty() && (typed.person() || file != null && typed.name().isEmpty()))
            place = home;
        var mine = false;
        if (place.isEmpty()
                && (typed.name().isEmpty() || chosen != null)
                && typed.number() == null) {
            place = Optional.ofNullable(here).flatMap(finder::place);
            mine = place.isPresent();
        }
        return new Asked(
                form,
                typed,
                place.orElse(null),
                chosen != null ? chosen : mine ? REGION : NEAR,
                mine,
                file);
    }

    /// @param alike whether what merely resembles may answer
    private Answers answers(Asked asked, boolean alike) {
        var form = asked.form();
        var anything = find(asked, wanted(asked, false, alike));
        var ticked =
                !form.natures().isEmpty()
                        || !form.professions().isEmpty()
                        || form.modes().size() == 1
                        || !form.fees().isEmpty()
                        || form.free()
                        || form.ours();
        var chosen = ticked ? find(asked, wanted(asked, true, alike)) : anything;
        var all = new ArrayList<>(anything);
        all.addAll(chosen);
        var facts = known.of(all);
        var hits = ordered(asked, chosen, facts);
        return new Answers(
                hits,
                anything,
                facts,
                qualifications.skills(
                        hits.stream()
                                .limit(SearchPages.SHOWN)
                                .filter(h -> h.nature() == Nature.PROFESSIONNEL)
                                .map(Hit::ref)
                                .toList()),
                anything.size() >= COUNTED);
    }

    private List<Hit> find(Asked asked, Wanted wanted) {
        var found = new ArrayList<Hit>();
        if (wanted.number() == null) {
            var around =
                    wanted.around() == null
                            ? Map.<String, Integer>of()
                            : finder.around(wanted.around(), wanted.km());
            if (wanted.natures().contains(Nature.PROFESSIONNEL))
                found.addAll(people.find(wanted, around, COUNTED));
            if (wanted.natures().contains(Nature.STRUCTURE))
                found.addAll(structures.find(wanted, around, COUNTED));
        }
        found.addAll(finder.find(wanted, COUNTED));
        return found;
    }

    /// @param ticked whether what was ticked beside counts too
    private Wanted wanted(Asked asked, boolean ticked, boolean alike) {
        var form = asked.form();
        var typed = asked.typed();
        var professions = new HashSet<>(typed.professions());
        if (ticked && !form.professions().isEmpty()) {
            professions.clear();
            professions.addAll(form.professions());
        }
        return new Wanted(
                ticked && !form.natures().isEmpty() ? form.natures() : EnumSet.allOf(Nature.class),
                typed.name(),
                typed.number(),
                professions,
                typed.expertises(),
                typed.kinds(),
                typed.need(),
                asked.around(),
                asked.km(),
                ticked && form.modes().size() == 1 ? form.modes().iterator().next() : typed.mode(),
                typed.free() || ticked && form.free(),
                only(asked, ticked),
                alike);
    }

    /// The numbers among which to look, when what the structure knows decides; null for all.
    private @Nullable Set<String> only(Asked asked, boolean ticked) {
        Set<String> only = null;
        if (asked.typed().ours() || ticked && asked.form().ours()) only = known.ours();
        if (asked.typed().free() || ticked && asked.form().free())
            only = both(only, known.available());
        if (ticked && !asked.form().fees().isEmpty())
            only = both(only, known.charging(asked.form().fees()));
        return only;
    }

    private static Set<String> both(@Nullable Set<String> one, Set<String> other) {
        if (one == null) return other;
        other.retainAll(one);
        return other;
    }

    /// Those known to come home first when that is asked, those known not to last.
    private static List<Hit> ordered(Asked asked, List<Hit> hits, Map<String, Known.Facts> facts) {
        var nearest =
                asked.around() == null
                        ? hits
                        : hits.stream()
                                .sorted(
                                        Comparator.comparingInt(h ->
                                                h.metres() == null
                                                        ? Integer.MAX_VALUE
                                                        : h.metres()))
                                .toList();
        if (!asked.typed().atHome()) return nearest;
        return nearest.stream()
                .sorted(
                        Comparator.comparingInt(h -> {
                            var visits = facts.getOrDefault(h.ref(), Known.Facts.NONE).homeVisits();
                            return visits == null ? 1 : visits ? 0 : 2;
                        }))
                .toList();
    }

    /// Whether who is signed in may write in a circle.
    static boolean mayWrite() {
        return SignedIn.current().role().clinical();
    }
}
