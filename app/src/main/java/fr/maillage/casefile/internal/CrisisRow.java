package fr.maillage.casefile.internal;

import fr.maillage.access.Role;
import fr.maillage.casefile.CaseFiles.Call;
import fr.maillage.casefile.CaseFiles.Crisis;
import fr.maillage.casefile.CrisisPlans.Directives;
import fr.maillage.kernel.FrenchDates;
import fr.maillage.kernel.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the banner knows of a crisis: the plan in force, and the numbers of those to call.
///
/// @param calls role, name, what they are, telephone
record CrisisRow(
        boolean written,
        @Nullable String callFirst,
        @Nullable String actions,
        @Nullable String medical,
        @Nullable String directives,
        @Nullable String directivesWhere,
        @Nullable LocalDate directivesAskedOn,
        @Nullable String writtenBy,
        @Nullable Instant writtenAt,
        List<String[]> calls,
        @Nullable String structure,
        @Nullable String structurePhone) {

    /// Joined to `p` (the person) by what opens a file; `:today` is the day.
    static final String COLUMNS =
            """
            k.id is not null as crisis, k.call_first, k.actions, k.medical, k.directives, k.directives_where, k.directives_asked_on, k.written_by, k.written_at,
            array(select c.role || E'\\t' || c.name || E'\\t' || coalesce(c.relation, '') || E'\\t' || coalesce(c.phone, '')
                    from casefile.care_team c
                   where c.network_id = p.network_id and c.patient_id = p.id and c.since <= :today and (c.until is null or c.until >= :today)
                     and c.role in ('PERSONNE_DE_CONFIANCE','PERSONNE_A_PREVENIR','AIDANT_PRINCIPAL','REPRESENTANT_LEGAL','MEDECIN_TRAITANT','COORDONNATEUR_DE_CAS')
                   order by array_position(array['PERSONNE_DE_CONFIANCE','PERSONNE_A_PREVENIR','AIDANT_PRINCIPAL','REPRESENTANT_LEGAL','MEDECIN_TRAITANT','COORDONNATEUR_DE_CAS'], c.role),
                            c.name collate "fr-x-icu", c.id limit 8) as calls,
            nw.short_name as structure, coalesce(nw.on_call_phone, nw.phone) as structure_phone,
            """;

    static final String JOINED =
            """
            left join lateral (select q.id, q.call_first, q.actions, q.medical, q.directives, q.directives_where, q.directives_asked_on, q.written_by, q.written_at
                                 from casefile.crisis_plan q where q.network_id = p.network_id and q.patient_id = p.id
                                order by q.written_at desc, q.id desc limit 1) k on true
            left join network.network nw on nw.id = p.network_id
            """;

    private static final Map<String, String> ROLES =
            Map.of(
                    "PERSONNE_DE_CONFIANCE", "personne de confiance",
                    "PERSONNE_A_PREVENIR", "personne à prévenir",
                    "AIDANT_PRINCIPAL", "aidant principal",
                    "REPRESENTANT_LEGAL", "représentant légal",
                    "MEDECIN_TRAITANT", "médecin traitant",
                    "COORDONNATEUR_DE_CAS", "coordonnateur de cas");

    static CrisisRow read(ResultSet row) throws SQLException {
        var at = row.getTimestamp("written_at");
        return new CrisisRow(
                row.getBoolean("crisis"),
                row.getString("call_first"),
                row.getString("actions"),
                row.getString("medical"),
                row.getString("directives"),
                row.getString("directives_where"),
                row.getObject("directives_asked_on", LocalDate.class),
                row.getString("written_by"),
                at == null ? null : at.toInstant(),
                Arrays.stream(SqlCaseFiles.texts(row.getArray("calls")))
                        .map(line -> line.split("\t", -1))
                        .toList(),
                row.getString("structure"),
                row.getString("structure_phone"));
    }

    /// As far as a reader may know it: everybody around the person reads whom to call and what to
    /// do; those who treat, and the person, read the medical instructions besides.
    Crisis of(UUID patient, @Nullable String coordinator, Role role, Reach reach) {
        var treats = role == Role.PATIENT || role.clinical() || treats(reach.parts());
        return new Crisis(
                role == Role.PATIENT ? "/mon-plan" : "/dossiers/" + patient + "/consignes",
                role.clinical() || role == Role.PROFESSIONAL && reach.parts().contains("MEDICAL")
                        ? "/dossiers/" + patient + "/urgence"
                        : null,
                treats,
                numbers(coordinator),
                callFirst,
                actions,
                treats ? medical : null,
                !treats
                        ? null
                        : Directives.valueOf(Objects.requireNonNullElse(directives, "INCONNU"))
                                .words(directivesWhere, directivesAskedOn),
                writtenAt == null
                        ? null
                        : "Écrites le "
                                + FrenchDates.exact(writtenAt)
                                + (writtenBy == null ? "" : ", par " + writtenBy));
    }

    private static boolean treats(Set<String> parts) {
        return parts.contains("MEDICAL") || parts.contains("SOINS");
    }

    private List<Call> numbers(@Nullable String coordinator) {
        var found = new ArrayList<Call>();
        for (var one : calls) {
            var quality = Objects.requireNonNullElse(ROLES.get(one[0]), "");
            found.add(call(one[1], one[2].isBlank() ? quality : quality + ", " + one[2], one[3]));
        }
        if (structure != null)
            found.add(
                    call(
                            coordinator == null ? structure : coordinator,
                            coordinator == null ? "structure d’appui" : "référent, " + structure,
                            Objects.requireNonNullElse(structurePhone, "")));
        return List.copyOf(found);
    }

    private static Call call(String name, String quality, String phone) {
        return new Call(
                name,
                quality,
                phone.isBlank() ? null : PhoneNumber.written(phone),
                PhoneNumber.parse(phone).map(PhoneNumber::dial).orElse(null));
    }
}
