package fr.maillage.steering.internal.survey;

import fr.maillage.kernel.NotFound;
import fr.maillage.kernel.Sha256;
import fr.maillage.kernel.Share;
import fr.maillage.steering.internal.survey.Surveys.Survey;
import fr.maillage.territory.Territories;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who is asked by a survey: structures of the register chosen by type, theme and place, members of
/// the leader's own team by function, partners by name.
@Service
@Transactional
class Addressees {

    /// As many as are told of, or added at once.
    static final int MOST = 500;

    private static final String EMAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s.]+";

    private final JdbcClient sql;
    private final Surveys surveys;
    private final Territories territories;
    private final SecureRandom random = new SecureRandom();

    Addressees(JdbcClient sql, Surveys surveys, Territories territories) {
        this.sql = sql;
        this.surveys = surveys;
        this.territories = territories;
    }

    /// @param signsIn answers by an account of this installation; else by a link
    /// @param email null when none is known
    /// @param answeredOn null in an anonymous survey
    record Addressee(
            UUID id,
            String name,
            @Nullable String type,
            boolean signsIn,
            @Nullable String email,
            boolean linked,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate remindedOn,
            int reminders,
            boolean answered,
            @Nullable LocalDate answeredOn) {}

    /// By name.
    @Transactional(readOnly = true)
    public List<Addressee> of(UUID survey) {
        return sql.sql(
                        """
                        select a.id, a.name, l.type_label, a.account_id is not null or l.owner_id is not null as signs_in, coalesce(a.email, l.email) as email, a.link is not null as linked,
                               a.asked_on, a.reminded_on, a.reminders, a.answered, a.answered_on
                          from steering.addressee a left join registry.listed l on l.id = a.structure_id
                         where a.survey_id = :survey order by a.name collate "fr-x-icu", a.id limit 1000
                        """)
                .param("survey", survey)
                .query((row, _) ->
                        new Addressee(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("type_label"),
                                row.getBoolean("signs_in"),
                                row.getString("email"),
                                row.getBoolean("linked"),
                                row.getObject("asked_on", LocalDate.class),
                                row.getObject("reminded_on", LocalDate.class),
                                row.getInt("reminders"),
                                row.getBoolean("answered"),
                                row.getObject("answered_on", LocalDate.class)))
                .list();
    }

    /// Answers among those asked.
    @Transactional(readOnly = true)
    public Share rate(UUID survey) {
        return sql.sql(
                        "select count(*) filter (where answered) as answered, count(*) as asked from steering.addressee where survey_id = :survey")
                .param("survey", survey)
                .query((row, _) -> new Share(row.getLong("answered"), row.getLong("asked")))
                .single();
    }

    /// Structures by type, theme and place; an empty criterion keeps all.
    ///
    /// @param place a zone of the leader's region: who covers it, a part of it, or what it is in
    record Criteria(List<String> types, String theme, String place) {

        boolean none() {
            return types.isEmpty() && theme.isEmpty() && place.isEmpty();
        }
    }

    record Found(UUID id, String name, String type) {}

    /// Open structures of the region that fit and are not asked yet, by name.
    @Transactional(readOnly = true)
    public List<Found> found(Survey survey, Criteria criteria) {
        if (criteria.none()) return List.of();
        return sql.sql(
                        """
                        select l.id, l.name, l.type_label from registry.listed l
                         where l.region_code = (select r.region_code from registry.listed r where r.id = :leader) and l.id <> :leader
                           and l.provenance <> 'DOCUMENT' and l.type_code <> 'ARS'
                           and coalesce(l.opened_on <= :today, true) and coalesce(l.closed_on >= :today, true)
                           and (cardinality(:types) = 0 or l.type_code = any (:types))
                           and (:theme = '' or exists (select 1 from registry.followed_theme t where t.structure_id = l.id and t.theme_code = :theme
                                                          and t.since <= :today and coalesce(t.until >= :today, true)))
                           and (cardinality(:places) = 0 or exists (select 1 from registry.covered_place p where p.structure_id = l.id and p.place = any (:places)
                                                          and p.since <= :today and coalesce(p.until >= :today, true)))
                           and not exists (select 1 from steering.addressee a where a.survey_id = :survey and a.structure_id = l.id)
                         order by l.name collate "fr-x-icu", l.id limit 500
                        """)
                .param("leader", survey.leaderId())
                .param("today", surveys.today())
                .param("types", criteria.types().toArray(String[]::new))
                .param("theme", criteria.theme())
                .param("places", places(survey, criteria.place()))
                .param("survey", survey.id())
                .query((row, _) ->
                        new Found(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("type_label")))
                .list();
    }

    // what is in the zone and what it is in
    private String[] places(Survey survey, String place) {
        if (place.isEmpty()) return new String[0];
        var tree = territories.tree(region(survey), surveys.today());
        if (tree.zone(place) == null) return new String[] {place};
        var codes = new ArrayList<>(tree.down(place));
        codes.addAll(tree.communesOf(place));
        tree.zones().stream()
                .filter(z -> tree.down(z.code()).contains(place))
                .forEach(z -> codes.add(z.code()));
        return codes.stream().distinct().toArray(String[]::new);
    }

    /// The region of who leads.
    @Transactional(readOnly = true)
    public String region(Survey survey) {
        return sql.sql("select region_code from registry.listed where id = :id")
                .param("id", survey.leaderId())
                .query(String.class)
                .single();
    }

    /// Adds those found; answers how many.
    int add(UUID id, Criteria criteria) {
        var survey = surveys.led(id);
        still(survey);
        var found = found(survey, criteria).stream().map(Found::id).toArray(UUID[]::new);
        return sql.sql(
                        """
                        insert into steering.addressee (survey_id, anonymous, structure_id, name)
                        select :survey, :anonymous, l.id, l.name from registry.listed l where l.id = any (:found) on conflict do nothing
                        """)
                .param("survey", id)
                .param("anonymous", survey.anonymous())
                .param("found", found)
                .update();
    }

    /// Adds members of the own team who have an account, by function; answers how many.
    int addTeam(UUID id, List<String> functions) {
        var survey = surveys.led(id);
        still(survey);
        if (functions.isEmpty()) throw FormRefused.because("functions", SurveyText.FUNCTIONS);
        return sql.sql(
                        """
                        insert into steering.addressee (survey_id, anonymous, account_id, name, email)
                        select :survey, :anonymous, m.account_id, m.given_name || ' ' || upper(m.family_name), m.email from network.team_member m
                         where m.function = any (:functions) and m.account_id is not null and m.since <= :today and coalesce(m.until >= :today, true)
                        on conflict do nothing
                        """)
                .param("survey", id)
                .param("anonymous", survey.anonymous())
                .param("functions", functions.toArray(String[]::new))
                .param("today", surveys.today())
                .update();
    }

    /// Adds partners, one a line: a name, or a name and an electronic address after a semicolon.
    int addPartners(UUID id, Sent form) {
        var survey = surveys.led(id);
        still(survey);
        var names = new ArrayList<String>();
        var emails = new ArrayList<@Nullable String>();
        for (var line : form.text("partners", 20_000).lines().map(String::strip).toList()) {
            if (line.isEmpty()) continue;
            var parts = line.split(";", 2);
            var name = parts[0].strip();
            var email = parts.length > 1 ? parts[1].strip() : "";
            if (name.isEmpty() || name.length() > 200 || email.length() > 200)
                form.errors().add("partners", SurveyText.partner(names.size() + 1));
            else if (!email.isEmpty() && !email.matches(EMAIL))
                form.errors().add("partners", SurveyText.address(names.size() + 1));
            names.add(name);
            emails.add(email.isEmpty() ? null : email);
        }
        if (names.isEmpty()) form.errors().add("partners", SurveyText.NO_PARTNER);
        if (names.size() > MOST) form.errors().add("partners", SurveyText.TOO_MANY_PARTNERS);
        FormRefused.unless(form.errors());
        return sql.sql(
                        """
                        insert into steering.addressee (survey_id, anonymous, name, email)
                        select :survey, :anonymous, x.name, x.email from unnest(:names, :emails) x (name, email)
                         where not exists (select 1 from steering.addressee a where a.survey_id = :survey and a.name = x.name and a.email is not distinct from x.email)
                        """)
                .param("survey", id)
                .param("anonymous", survey.anonymous())
                .param("names", names.toArray(String[]::new))
                .param("emails", emails.toArray(String[]::new))
                .update();
    }

    private static void still(Survey survey) {
        if (survey.closed()) throw FormRefused.because("survey", SurveyText.NOT_OPEN);
    }

    /// Takes somebody off the list; refused once they answered.
    void remove(UUID id, UUID addressee) {
        surveys.led(id);
        if (sql.sql(
                                "delete from steering.addressee where id = :id and survey_id = :survey and not answered")
                        .param("id", addressee)
                        .param("survey", id)
                        .update()
                == 0) throw FormRefused.because("survey", SurveyText.ANSWERED_ALREADY);
    }

    /// A new link for somebody without an account, to be used once; the former opens nothing any
    /// more. Only its digest is kept.
    String link(UUID id, UUID addressee) {
        var survey = surveys.led(id);
        if (!survey.status().equals("OUVERTE"))
            throw FormRefused.because("survey", SurveyText.NOT_OPEN);
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var made =
                sql.sql(
                                "update steering.addressee set link = :link where id = :id and survey_id = :survey and not answered and account_id is null")
                        .param("link", Sha256.of(token))
                        .param("id", addressee)
                        .param("survey", id)
                        .update();
        if (made == 0) throw new NotFound("addressee", addressee);
        return token;
    }

    /// Notes that somebody was written to: asked the first time, then reminded.
    void written(UUID addressee) {
        sql.sql(
                        """
                        update steering.addressee set reminders = reminders + case when asked_on is null then 0 else 1 end,
                               reminded_on = case when asked_on is null then null else cast(:today as date) end, asked_on = coalesce(asked_on, :today) where id = :id
                        """)
                .param("today", surveys.today())
                .param("id", addressee)
                .update();
    }
}
