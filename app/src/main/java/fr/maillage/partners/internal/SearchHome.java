package fr.maillage.partners.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.casefile.CaseFiles.OpenFile;
import fr.maillage.directory.Finder;
import fr.maillage.directory.NationalEditions;
import fr.maillage.directory.Source;
import fr.maillage.kernel.Typography;
import fr.maillage.partners.internal.SearchPage.Held;
import fr.maillage.partners.internal.SearchPage.Home;
import fr.maillage.partners.internal.SearchPage.Missed;
import fr.maillage.partners.internal.SearchPage.Partners;
import fr.maillage.web.Sent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the page of the one box shows before anything is typed. Nothing of the national directory
/// is counted here: its editions recorded what they hold.
@Component
@Transactional(readOnly = true)
class SearchHome {

    /// Needs shown: the last noted.
    private static final int MISSED = 5;

    /// Files that say what may be found; the others serve them.
    private static final Set<Source> TOLD =
            Set.of(
                    Source.PERSONNES,
                    Source.ANNUAIRE_FHIR,
                    Source.SAVOIR_FAIRE,
                    Source.DIPLOMES,
                    Source.MSSANTE,
                    Source.FINESS,
                    Source.ROR,
                    Source.ROR_FHIR);

    private final JdbcClient sql;
    private final Finder finder;
    private final Known known;
    private final NationalEditions editions;
    private final PartnerScreens partners;

    SearchHome(
            JdbcClient sql,
            Finder finder,
            Known known,
            NationalEditions editions,
            PartnerScreens partners) {
        this.sql = sql;
        this.finder = finder;
        this.known = known;
        this.editions = editions;
        this.partners = partners;
    }

    /// The form of an example, filled; a blank one when there is none of this code.
    Sent example(String code, @Nullable OpenFile file) {
        var words = code.isEmpty() ? null : examples(file).get(code);
        return words == null ? Sent.with() : Sent.with("q", words);
    }

    /// @param file of the person about whom it is; null for none
    Home of(@Nullable OpenFile file) {
        var action = file == null ? SearchController.HERE : SearchController.of(file.patient());
        var examples = new LinkedHashMap<String, String>();
        examples(file).forEach((code, words) -> examples.put(action + "?exemple=" + code, words));
        if (file != null) return new Home(examples, List.of(), List.of(), List.of());
        var team = SignedIn.current().role().team();
        return new Home(
                examples,
                team
                        ? partners.counts().entrySet().stream()
                                .filter(c -> c.getValue() > 0)
                                .map(c ->
                                        new Partners(
                                                PartnerScreens.address(c.getKey().code()),
                                                c.getKey().label(),
                                                c.getValue()))
                                .toList()
                        : List.of(),
                held(),
                team ? missed() : List.of());
    }

    /// By code, in the order they are shown.
    private Map<String, String> examples(@Nullable OpenFile file) {
        if (file != null) return HomeText.EXAMPLES_NEAR_A_PERSON;
        return HomeText.examples(
                Optional.ofNullable(known.commune())
                        .flatMap(finder::place)
                        .map(Finder.Place::name)
                        .orElse(null));
    }

    private List<Held> held() {
        return editions.inUse().stream()
                .filter(e -> TOLD.contains(e.source()))
                .map(e -> {
                    var held = e.held();
                    return new Held(
                            HomeText.held(e.source()),
                            held == null ? "" : Typography.number(held),
                            HomeText.edition(e));
                })
                .toList();
    }

    /// Needs the structure noted because nobody was found, still open, the last noted first. About
    /// a need and a commune, never about a person.
    private List<Missed> missed() {
        return sql.sql(
                        """
                        select u.need, u.commune_code, n.label, c.name, max(u.since) as since, count(*) as times
                          from offer.noted_need u join directory.need n on n.code = u.need join territory.commune c on c.code = u.commune_code
                         where u.state = 'OUVERT'
                         group by u.need, u.commune_code, n.label, c.name order by max(u.noted_on) desc, n.label, c.name limit :most
                        """)
                .param("most", MISSED)
                .query((row, _) ->
                        new Missed(
                                "/offre?besoin="
                                        + row.getString("need")
                                        + "&commune="
                                        + row.getString("commune_code"),
                                row.getString("label"),
                                HomeText.missed(
                                        row.getString("name"),
                                        row.getObject("since", LocalDate.class),
                                        row.getInt("times"))))
                .list();
    }
}
