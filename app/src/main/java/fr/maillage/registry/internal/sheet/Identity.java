package fr.maillage.registry.internal.sheet;

import static fr.maillage.registry.internal.sheet.Field.choice;
import static fr.maillage.registry.internal.sheet.Field.of;

import fr.maillage.access.Role;
import fr.maillage.access.SignedIn;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Networks;
import fr.maillage.registry.internal.CommuneNames;
import fr.maillage.registry.internal.sheet.Field.Kind;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The head of a sheet: who the structure is. A head of structure makes and changes their own, the
/// agency those nobody here holds, and hands them over when a structure begins to work here.
@Component
@Transactional
class Identity {

    static final List<Field> FIELDS =
            List.of(
                    of("name", "Nom", Kind.TEXT).needed().most(200),
                    of("short_name", "Nom court", Kind.TEXT).most(60),
                    of("type_code", "Type", Kind.TYPE).needed(),
                    choice("level", "Niveau (réseaux)", SheetText.LEVELS).optional(),
                    choice("legal_form", "Forme juridique", SheetText.LEGAL_FORMS).optional(),
                    of("vehicle", "Porté par", Kind.TEXT)
                            .hint("La personne morale, quand c’est une autre."),
                    of("object", "Objet", Kind.AREA).most(4000),
                    of("means", "Moyens", Kind.AREA).most(4000),
                    of("area_words", "Aire géographique", Kind.AREA).most(2000),
                    of("address", "Adresse", Kind.TEXT),
                    of("commune_code", "Commune", Kind.COMMUNE)
                            .hint("Son nom, et son code postal s’il y en a plusieurs."),
                    of("phone", "Téléphone", Kind.PHONE),
                    of("email", "Courriel", Kind.EMAIL),
                    of("website", "Site", Kind.LINK),
                    of("opened_on", "Ouverte le", Kind.DAY),
                    of("closed_on", "Fermée le", Kind.DAY),
                    of("entrance", "Répond au guichet", Kind.CHECK),
                    of(
                            "any_theme",
                            "Reçoit toutes les situations, quel que soit le besoin",
                            Kind.CHECK),
                    of("does", "Ce qu’elle fait, en mots de tous les jours", Kind.AREA).most(600),
                    of("hours_note", "Précision d’horaires", Kind.TEXT));

    private final JdbcClient sql;
    private final CommuneNames communes;
    private final SheetStore store;
    private final SheetRules rules;
    private final Networks networks;

    Identity(
            JdbcClient sql,
            CommuneNames communes,
            SheetStore store,
            SheetRules rules,
            Networks networks) {
        this.sql = sql;
        this.communes = communes;
        this.store = store;
        this.rules = rules;
        this.networks = networks;
    }

    /// What stands on the sheet, by column. Throws `NotFound`.
    @Transactional(readOnly = true)
    Map<String, @Nullable Object> values(UUID id) {
        return sql.sql("select * from registry.structure where id = :id")
                .param("id", id)
                .query((row, _) -> {
                    var values = new LinkedHashMap<String, @Nullable Object>();
                    for (var field : FIELDS)
                        values.put(field.column(), SheetStore.value(field, row));
                    return values;
                })
                .optional()
                .orElseThrow(() -> new NotFound("structure du registre", id));
    }

    /// Makes the sheet of a structure: their own for a head, of nobody here for an agency. Its id.
    UUID create(Sent form) {
        var who = SignedIn.current();
        var own = who.role() == Role.HEAD;
        var region =
                own
                        ? networks.get(who.network()).regionCode()
                        : who.regions().stream().findFirst().orElse("");
        if (!own && !Rights.agency(who, region))
            throw new AccessDeniedException("keeps no register");
        var id = Ids.next();
        bind(
                        sql.sql(
                                        """
                                        insert into registry.structure (id, owner_id, region_code, provenance, name, short_name, type_code, level, legal_form, vehicle, object, means, area_words,
                                               address, commune_code, phone, email, website, opened_on, closed_on, entrance, any_theme, does, hours_note)
                                        values (:id, :owner, :region, 'DECLAREE', :name, :short_name, :type_code, :level, :legal_form, :vehicle, :object, :means, :area_words,
                                               :address, :commune_code, :phone, :email, :website, :opened_on, :closed_on, :entrance, :any_theme, :does, :hours_note)
                                        """)
                                .param("id", id)
                                .param("owner", own ? who.network().value() : null, Types.OTHER)
                                .param("region", region),
                        read(form))
                .update();
        return id;
    }

    /// Throws `FormRefused`, `OptimisticLockingFailureException`, `AccessDeniedException`.
    void change(UUID id, Sent form) {
        if (!Rights.maySheet(SignedIn.current(), store.structure(id)))
            throw new AccessDeniedException("not their sheet");
        if (form.checked("entrance") && !rules.followsPeople(id))
            form.errors().add("entrance", GovernanceText.NO_ENTRANCE);
        var saved =
                bind(
                                sql.sql(
                                                """
                                                update registry.structure set name = :name, short_name = :short_name, type_code = :type_code, level = :level, legal_form = :legal_form, vehicle = :vehicle,
                                                       object = :object, means = :means, area_words = :area_words, address = :address, commune_code = :commune_code, phone = :phone, email = :email,
                                                       website = :website, opened_on = :opened_on, closed_on = :closed_on, entrance = :entrance, any_theme = :any_theme, does = :does,
                                                       hours_note = :hours_note, version = version + 1, changed_at = now()
                                                where id = :id and version = :version
                                                """)
                                        .param("id", id)
                                        .param("version", form.number("version")),
                                read(form))
                        .update();
        if (saved == 0) throw new OptimisticLockingFailureException("a sheet of the register");
    }

    private Map<String, @Nullable Object> read(Sent form) {
        var known = new Lookups(sql, communes, new UUID(0, 0));
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var field : FIELDS) values.put(field.column(), field.read(form, known));
        if (values.get("opened_on") instanceof LocalDate from
                && values.get("closed_on") instanceof LocalDate to
                && to.isBefore(from)) form.errors().add("closed_on", SheetText.UNTIL);
        if (form.checked("entrance")) {
            if (values.get("phone") == null) form.errors().add("phone", SheetText.ENTRANCE);
            if (values.get("does") == null) form.errors().add("does", SheetText.ENTRANCE);
        }
        FormRefused.unless(form.errors());
        return values;
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, Map<String, @Nullable Object> values) {
        for (var field : FIELDS)
            statement.param(field.column(), values.get(field.column()), field.kind().sqlType());
        return statement;
    }

    /// Structures of this installation to which the agency may hand the sheet over: those of its
    /// region.
    @Transactional(readOnly = true)
    Map<String, String> takers(String region) {
        var found = new LinkedHashMap<String, String>();
        sql.sql(
                        "select id::text as id, name from network.network where region_code = :region order by name collate \"fr-x-icu\", id")
                .param("region", region)
                .query((row, _) -> found.put(row.getString("id"), row.getString("name")))
                .list();
        return found;
    }

    /// The agency hands a sheet over to the structure it is about, which alone writes it from then
    /// on.
    void handOver(UUID id, Sent form) {
        var structure = store.structure(id);
        if (structure.owner() != null || !Rights.agency(SignedIn.current(), structure.region()))
            throw new AccessDeniedException("keeps no register");
        var taker = form.choice("owner", takers(structure.region()).keySet());
        FormRefused.unless(form.errors());
        var done =
                sql.sql(
                                "update registry.structure set owner_id = :owner, version = version + 1 where id = :id and owner_id is null")
                        .param("owner", UUID.fromString(taker))
                        .param("id", id)
                        .update();
        if (done == 0) throw new OptimisticLockingFailureException("a sheet handed over");
    }
}
