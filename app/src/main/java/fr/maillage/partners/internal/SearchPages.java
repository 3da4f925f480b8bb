package fr.maillage.partners.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.directory.Finder.Hit;
import fr.maillage.directory.Finder.Sort;
import fr.maillage.kernel.PhoneNumber;
import fr.maillage.partners.internal.Search.Answers;
import fr.maillage.partners.internal.Search.Asked;
import fr.maillage.partners.internal.SearchPage.Chip;
import fr.maillage.partners.internal.SearchPage.Row;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the one box shows: what was understood, the answers, and what to begin with.
@Component
class SearchPages {

    static final int SHOWN = 30;

    private final SearchHome home;
    private final Clock clock;

    SearchPages(SearchHome home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /// @param found null when too little was typed
    SearchPage page(Asked asked, @Nullable Answers found) {
        var file = asked.file();
        var team = SignedIn.current().role().team();
        var rows = found == null ? List.<Row>of() : rows(asked, found);
        return new SearchPage(
                file == null ? SearchController.HERE : SearchController.of(file.patient()),
                file == null ? null : file.banner(),
                asked.form().typed(),
                found != null,
                found == null ? home.of(file) : null,
                chips(asked),
                found == null ? List.of() : SearchFacets.of(asked, found),
                rows,
                found == null
                        ? ""
                        : PartnersText.found(found.hits().size(), rows.size(), found.more(), asked),
                found == null ? "" : PartnersText.aside(asked, found),
                found != null && team && rows.isEmpty() ? need(asked) : null,
                Search.mayWrite(),
                team);
    }

    private List<Row> rows(Asked asked, Answers found) {
        var natures = found.hits().stream().map(Hit::nature).distinct().count();
        return found.hits().stream()
                .limit(SHOWN)
                .map(hit -> row(asked, hit, found, natures > 1))
                .toList();
    }

    /// Where what was not found is noted, filled with what was understood; codes only. Null when no
    /// need was named.
    private static @Nullable String need(Asked asked) {
        if (asked.typed().need() == null) return null;
        return "/besoins-non-couverts/nouveau?besoin="
                + asked.typed().need()
                + (asked.around() == null ? "" : "&commune=" + asked.around().code());
    }

    private static List<Chip> chips(Asked asked) {
        var chips = new ArrayList<Chip>();
        var pieces = asked.typed().pieces();
        for (int i = 0; i < pieces.size(); i++)
            chips.add(new Chip(i, pieces.get(i).words(), pieces.get(i).sort() == Sort.PLACE));
        return chips;
    }

    private Row row(Asked asked, Hit hit, Answers found, boolean told) {
        var partner = new Partner(hit.nature(), hit.ref());
        var phone = hit.phone() == null ? null : PhoneNumber.parse(hit.phone()).orElse(null);
        var joins = Search.mayWrite() && PersonChoice.joins(hit);
        return new Row(
                told ? PartnersText.nature(hit.nature()) : null,
                hit.name(),
                join(" · ", hit.kindLabel(), hit.specialty(), hit.organization()),
                join(", ", hit.address(), hit.communeName()),
                hit.metres() == null ? "" : PartnersText.metres(hit.metres()),
                partner.address(),
                joins && asked.file() != null
                        ? PersonChoice.form(asked.file().patient(), hit)
                        : null,
                joins && asked.file() == null ? PersonChoice.address(partner) : null,
                hit.phone() == null ? null : PhoneNumber.written(hit.phone()),
                phone == null ? null : phone.dial(),
                hit.mssante(),
                PartnersText.marks(
                        hit,
                        found.facts().getOrDefault(hit.ref(), Known.Facts.NONE),
                        found.skills().getOrDefault(hit.ref(), List.of()),
                        LocalDate.now(clock)));
    }

    static String join(String between, @Nullable String... parts) {
        return String.join(
                between,
                Stream.of(parts).filter(Objects::nonNull).filter(p -> !p.isBlank()).toList());
    }
}
