package fr.maillage.steering.internal.survey;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.network.Networks;
import fr.maillage.steering.internal.survey.Addressees.Criteria;
import fr.maillage.territory.Territories;
import fr.maillage.territory.Tree;
import fr.maillage.web.Sent;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The page of those a survey is addressed to.
@Component
@Transactional(readOnly = true)
class AddresseeScreens {

    private final Surveys surveys;
    private final SurveyScreens screens;
    private final Addressees addressees;
    private final Mailing mailing;
    private final Networks networks;
    private final Territories territories;
    private final JdbcClient sql;

    AddresseeScreens(
            Surveys surveys,
            SurveyScreens screens,
            Addressees addressees,
            Mailing mailing,
            Networks networks,
            Territories territories,
            JdbcClient sql) {
        this.surveys = surveys;
        this.screens = screens;
        this.addressees = addressees;
        this.mailing = mailing;
        this.networks = networks;
        this.territories = territories;
        this.sql = sql;
    }

    /// @param partners what was typed of partners and refused; empty otherwise
    /// @param link just made, told once
    SurveyPage.Asked page(
            UUID id,
            Criteria criteria,
            Sent partners,
            @Nullable String link,
            @Nullable String why) {
        var survey = surveys.led(id);
        var all = addressees.of(id);
        var today = surveys.today();
        var running = survey.takes(today);
        return new SurveyPage.Asked(
                screens.head(survey),
                all.stream().map(a -> line(a, running, survey.closed(), today)).toList(),
                types(),
                criteria.types(),
                themes(),
                criteria.theme(),
                places(territories.tree(addressees.region(survey), today)),
                criteria.place(),
                !criteria.none(),
                addressees.found(survey, criteria).stream()
                        .map(f -> new SurveyPage.Found(f.name(), f.type()))
                        .toList(),
                SignedIn.current().role() == Role.AGENCY
                        ? Map.of()
                        : SurveyText.FUNCTIONS_OF_A_TEAM,
                partners,
                mailing.configured(),
                running ? all.stream().filter(mailing::due).count() : 0,
                link,
                why);
    }

    private static SurveyPage.Addressee line(
            Addressees.Addressee a, boolean running, boolean closed, LocalDate today) {
        return new SurveyPage.Addressee(
                a.id(),
                a.name(),
                a.type() == null ? "" : a.type(),
                SurveyText.how(a),
                SurveyText.state(a, closed, today),
                a.answered() ? "is-done" : closed ? "" : "is-due",
                SurveyText.written(a, today),
                running && !a.answered() && !a.signsIn(),
                !closed && !a.answered());
    }

    private Map<String, String> types() {
        var found = new LinkedHashMap<String, String>();
        sql.sql(
                        "select distinct type_code, type_label from registry.listed where type_code <> 'ARS' and provenance <> 'DOCUMENT' order by type_label")
                .query((row, _) ->
                        found.put(row.getString("type_code"), row.getString("type_label")))
                .list();
        return found;
    }

    private Map<String, String> themes() {
        var found = new LinkedHashMap<String, String>();
        networks.allThemes().forEach(t -> found.put(t.code(), t.label()));
        return found;
    }

    private static Map<String, String> places(Tree tree) {
        var found = new LinkedHashMap<String, String>();
        tree.zones().forEach(z -> found.put(z.code(), "– ".repeat(z.depth()) + z.label()));
        return found;
    }
}
