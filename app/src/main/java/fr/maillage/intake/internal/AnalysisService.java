package fr.maillage.intake.internal;

import fr.maillage.access.Trail;
import fr.maillage.intake.internal.Codes.Intensity;
import fr.maillage.intake.internal.Codes.MedicalCriterion;
import fr.maillage.intake.internal.Codes.MtPart;
import fr.maillage.intake.internal.Codes.SocialCriterion;
import fr.maillage.intake.internal.Codes.Subsidiarity;
import fr.maillage.network.Networks;
import fr.maillage.network.Networks.GridItem;
import fr.maillage.network.Setting;
import fr.maillage.patient.Timeline;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The coordinator's analysis: criteria, five dimensions, subsidiarity, level proposed and
/// retained, need validated.
@Service
@Transactional
class AnalysisService {

    private final JdbcClient sql;
    private final Clock clock;
    private final ReferralRows rows;
    private final Networks networks;
    private final Timeline timeline;
    private final Trail trail;
    private final JsonMapper json;

    AnalysisService(
            JdbcClient sql,
            Clock clock,
            ReferralRows rows,
            Networks networks,
            Timeline timeline,
            Trail trail,
            JsonMapper json) {
        this.sql = sql;
        this.clock = clock;
        this.rows = rows;
        this.networks = networks;
        this.timeline = timeline;
        this.trail = trail;
        this.json = json;
    }

    /// What the coordinator found.
    record Findings(
            Set<MedicalCriterion> medical,
            Set<SocialCriterion> social,
            Set<String> gridItems,
            Map<String, String> dimensions,
            @Nullable Subsidiarity subsidiarity,
            @Nullable String subsidiarityNote,
            @Nullable MtPart mtPart,
            @Nullable String mtWords,
            @Nullable Integer retained,
            @Nullable String overrideReason,
            @Nullable Intensity intensity,
            @Nullable LocalDate needValidatedOn,
            @Nullable String themeCode) {

        int criteria() {
            return medical.size() + social.size();
        }
    }

    /// An analysis as it was recorded.
    record Recorded(
            Findings findings,
            @Nullable String validatedBy,
            @Nullable String by,
            java.time.Instant at,
            @Nullable Integer proposed,
            List<String> because) {}

    /// What the structure's grid proposes for these findings, with its thresholds of today.
    @Transactional(readOnly = true)
    LevelProposal propose(Findings findings) {
        List<GridItem> holding =
                networks.levelGrid().stream()
                        .filter(item -> findings.gridItems().contains(item.code()))
                        .toList();
        return LevelProposal.of(
                holding,
                findings.criteria(),
                networks.setting(Setting.GRID_LEVEL_1, null),
                networks.setting(Setting.GRID_LEVEL_2, null));
    }

    /// Records the analysis. Throws `OptimisticLockingFailureException` when a colleague changed
    /// the request since `version`. The findings were checked by the form.
    void record(UUID referral, Findings findings, int version) {
        var request = rows.get(referral);
        var proposal = propose(findings);
        var saved =
                sql.sql(
                                """
                                update intake.referral set level = coalesce(:level, level), intensity = coalesce(:intensity, intensity),
                                    theme_code = coalesce(:theme, theme_code), version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("level", findings.retained())
                        .param(
                                "intensity",
                                findings.intensity() == null ? null : findings.intensity().name())
                        .param("theme", findings.themeCode())
                        .param("id", referral)
                        .param("version", version)
                        .update();
        if (saved == 0) throw new OptimisticLockingFailureException("demande");
        sql.sql(
                        """
                        insert into intake.analysis (referral_id, medical_criteria, social_criteria, grid_items, dimensions, subsidiarity, subsidiarity_note,
                            mt_part, mt_words, points, proposed_level, proposed_because, retained_level, override_reason, intensity, need_validated_on,
                            need_validated_by, analysed_by, analysed_by_name, analysed_at)
                        values (:id, :medical, :social, :grid, cast(:dimensions as jsonb), :subsidiarity, :subsidiarityNote, :mtPart, :mtWords, :points,
                            :proposed, :because, :retained, :override, :intensity, :validated, :validatedBy, platform.account(), :by, :now)
                        on conflict (network_id, referral_id) do update set
                            medical_criteria = excluded.medical_criteria, social_criteria = excluded.social_criteria, grid_items = excluded.grid_items,
                            dimensions = excluded.dimensions, subsidiarity = excluded.subsidiarity, subsidiarity_note = excluded.subsidiarity_note,
                            mt_part = excluded.mt_part, mt_words = excluded.mt_words, points = excluded.points, proposed_level = excluded.proposed_level,
                            proposed_because = excluded.proposed_because, retained_level = excluded.retained_level, override_reason = excluded.override_reason,
                            intensity = excluded.intensity,
                            need_validated_by = case when intake.analysis.need_validated_on = excluded.need_validated_on
                                then intake.analysis.need_validated_by else excluded.need_validated_by end,
                            need_validated_on = excluded.need_validated_on, analysed_by = excluded.analysed_by,
                            analysed_by_name = excluded.analysed_by_name, analysed_at = excluded.analysed_at
                        """)
                .param("id", referral)
                .param("medical", names(findings.medical()))
                .param("social", names(findings.social()))
                .param("grid", findings.gridItems().stream().sorted().toArray(String[]::new))
                .param("dimensions", json.writeValueAsString(findings.dimensions()))
                .param("subsidiarity", name(findings.subsidiarity()))
                .param("subsidiarityNote", findings.subsidiarityNote())
                .param("mtPart", name(findings.mtPart()))
                .param("mtWords", findings.mtWords())
                .param("points", proposal.points())
                .param("proposed", proposal.level())
                .param("because", proposal.because().toArray(String[]::new))
                .param("retained", findings.retained())
                .param("override", findings.overrideReason())
                .param("intensity", name(findings.intensity()))
                .param("validated", findings.needValidatedOn())
                .param(
                        "validatedBy",
                        findings.needValidatedOn() == null ? null : ReferralService.author())
                .param("by", ReferralService.author())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        var patient = request.patient();
        if (patient == null) return;
        trail.wrote(Trail.Action.UPDATE, patient, "analyse", referral);
        var level = findings.retained();
        timeline.add(
                patient,
                Timeline.Kind.DEMANDE,
                level == null ? "Demande analysée" : "Demande analysée, " + IntakeText.level(level),
                findings.needValidatedOn() == null ? null : "Besoin de coordination validé",
                "/demandes/" + referral + "/analyse",
                false);
    }

    Optional<Recorded> find(UUID referral) {
        return sql.sql(
                        """
                        select a.medical_criteria, a.social_criteria, a.grid_items, a.dimensions::text as dimensions, a.subsidiarity, a.subsidiarity_note,
                               a.mt_part, a.mt_words, a.retained_level, a.override_reason, a.intensity, a.need_validated_on, a.need_validated_by,
                               a.analysed_by_name, a.analysed_at, a.proposed_level, a.proposed_because, r.theme_code
                        from intake.analysis a join intake.referral r on r.network_id = a.network_id and r.id = a.referral_id
                        where a.referral_id = :id
                        """)
                .param("id", referral)
                .query((row, _) ->
                        new Recorded(
                                new Findings(
                                        all(
                                                MedicalCriterion.class,
                                                ReferralRow.texts(row, "medical_criteria")),
                                        all(
                                                SocialCriterion.class,
                                                ReferralRow.texts(row, "social_criteria")),
                                        Set.copyOf(ReferralRow.texts(row, "grid_items")),
                                        json.readValue(
                                                row.getString("dimensions"),
                                                new TypeReference<Map<String, String>>() {}),
                                        Codes.of(Subsidiarity.class, row.getString("subsidiarity"))
                                                .orElse(null),
                                        row.getString("subsidiarity_note"),
                                        Codes.of(MtPart.class, row.getString("mt_part"))
                                                .orElse(null),
                                        row.getString("mt_words"),
                                        row.getObject("retained_level", Integer.class),
                                        row.getString("override_reason"),
                                        Codes.of(Intensity.class, row.getString("intensity"))
                                                .orElse(null),
                                        row.getObject("need_validated_on", LocalDate.class),
                                        row.getString("theme_code")),
                                row.getString("need_validated_by"),
                                row.getString("analysed_by_name"),
                                row.getTimestamp("analysed_at").toInstant(),
                                row.getObject("proposed_level", Integer.class),
                                ReferralRow.texts(row, "proposed_because")))
                .optional();
    }

    static <E extends Enum<E>> Set<E> all(Class<E> type, List<String> codes) {
        var found = java.util.EnumSet.noneOf(type);
        codes.forEach(code -> Codes.of(type, code).ifPresent(found::add));
        return found;
    }

    private static String[] names(Set<? extends Enum<?>> codes) {
        return codes.stream().map(Enum::name).toArray(String[]::new);
    }

    private static @Nullable String name(@Nullable Enum<?> code) {
        return code == null ? null : code.name();
    }
}
