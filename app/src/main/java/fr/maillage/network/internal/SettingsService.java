package fr.maillage.network.internal;

import fr.maillage.kernel.Finess;
import fr.maillage.kernel.Ids;
import fr.maillage.kernel.NetworkId;
import fr.maillage.kernel.NotFound;
import fr.maillage.network.Setting;
import fr.maillage.network.SettingForms;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import fr.maillage.web.WebText;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the head of a structure sets. Nothing is cached: every change holds from the next request
/// on. A wrong form is refused by [FormRefused], its sentences standing in the form too; somebody
/// who saved first is told by `OptimisticLockingFailureException`.
@Service
@Transactional
class SettingsService {

    private static final List<Setting> GRID = List.of(Setting.GRID_LEVEL_1, Setting.GRID_LEVEL_2);

    private final JdbcClient sql;
    private final SettingForms thresholds;
    private final Clock clock;

    SettingsService(JdbcClient sql, SettingForms thresholds, Clock clock) {
        this.sql = sql;
        this.thresholds = thresholds;
        this.clock = clock;
    }

    /// Who the structure is, its hours, its on-call, its principles.
    void structure(NetworkId network, Sent form) {
        var name = form.required("name", 200);
        var shortName = form.required("shortName", 60);
        var legalForm = form.required("legalForm", 200);
        var finess = form.orNull("finess", 20);
        if (finess != null && Finess.parse(finess).isEmpty())
            form.errors().add("finess", NetworkText.FINESS);
        var phone = form.phone("phone");
        if (phone == null) form.errors().add("phone", WebText.REQUIRED);
        var onCall = form.phone("onCallPhone");
        var email = form.email("email");
        var hours = form.required("openingHours", 500);
        var onCallHours = form.orNull("onCallHours", 500);
        var address = form.orNull("address", 500);
        var resumption = form.day("resumptionDate").orElse(null);
        var ethics = form.orNull("ethics", 20_000);
        FormRefused.unless(form.errors());
        var saved =
                sql.sql(
                                """
                                update network.network set name = :name, short_name = :short, legal_form = :legal, finess = :finess, phone = :phone, email = :email,
                                       opening_hours = :hours, on_call_phone = :oncall, on_call_hours = :oncallHours, address = :address,
                                       resumption_date = :resumption, ethics = :ethics, version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("name", name)
                        .param("short", shortName)
                        .param("legal", legalForm)
                        .param(
                                "finess",
                                finess == null
                                        ? null
                                        : Finess.parse(finess).map(Finess::value).orElse(null))
                        .param("phone", phone)
                        .param("email", email)
                        .param("hours", hours)
                        .param("oncall", onCall)
                        .param("oncallHours", onCallHours)
                        .param("address", address)
                        .param("resumption", resumption, Types.DATE)
                        .param("ethics", ethics)
                        .param("id", network.value())
                        .param("version", version(form))
                        .update();
        if (saved == 0) throw new OptimisticLockingFailureException("settings of the structure");
    }

    static int version(Sent form) {
        var typed = form.value("version");
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    /// A new criterion, for a theme or for all, last of its kind.
    void addCriterion(Sent form) {
        var kind = form.choice("kind", NetworkText.CRITERIA.keySet());
        var label = form.required("label", 300);
        var theme = form.orNull("theme", 60);
        if (theme != null && !isTheme(theme)) form.errors().add("theme", WebText.CHOICE);
        FormRefused.unless(form.errors());
        sql.sql(
                        """
                        insert into network.criterion (id, kind, theme_code, label, required, rank)
                        values (:id, :kind, :theme, :label, :required, (select coalesce(max(rank), -1) + 1 from network.criterion))
                        """)
                .param("id", Ids.next())
                .param("kind", kind)
                .param("theme", theme)
                .param("label", label)
                .param("required", form.checked("required"))
                .update();
    }

    /// Changes a criterion's words or weight, retires it or takes it back. Past inclusions keep the
    /// words they were checked against.
    void criterion(UUID id, Sent form) {
        var label = form.required("label", 300);
        FormRefused.unless(form.errors());
        var active = !form.value("act").equals("retire");
        var n =
                sql.sql(
                                "update network.criterion set label = :label, required = :required,"
                                        + " active = :active where id = :id")
                        .param("label", label)
                        .param("required", form.checked("required"))
                        .param("active", active)
                        .param("id", id)
                        .update();
        if (n == 0) throw new NotFound("critere", id);
    }

    private boolean isTheme(String code) {
        return sql.sql("select exists (select 1 from network.theme where code = :code)")
                .param("code", code)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// The level grid: points, long term, in use, the two thresholds, and a new line when its words
    /// are given.
    void grid(List<String> codes, Sent form) {
        var points = new java.util.LinkedHashMap<String, Integer>();
        var labels = new java.util.LinkedHashMap<String, String>();
        for (var code : codes) {
            points.put(code, form.requiredNumber("points-" + code, 0, 20));
            labels.put(code, form.required("label-" + code, 200));
        }
        Thresholds.read(form, GRID);
        var added = form.orNull("newLabel", 200);
        var dimension =
                added == null ? "" : form.choice("newDimension", NetworkText.DIMENSIONS.keySet());
        var newPoints = added == null ? 0 : form.requiredNumber("newPoints", 0, 20);
        FormRefused.unless(form.errors());
        points.forEach((code, n) ->
                sql.sql(
                                "update network.level_grid set points = :points, label = :label, long_term = :long, active = :active where code = :code")
                        .param("points", n)
                        .param("label", labels.get(code))
                        .param("long", form.checked("long-" + code))
                        .param("active", form.checked("active-" + code))
                        .param("code", code)
                        .update());
        thresholds.save(form, GRID);
        if (added != null) addLine(added, dimension, newPoints, form.checked("newLong"));
    }

    private void addLine(String label, String dimension, int points, boolean longTerm) {
        sql.sql(
                        """
                        insert into network.level_grid (code, dimension, label, points, long_term, rank)
                        select 'S' || (count(*) + 1) || '-' || substr(replace(cast(:id as text), '-', ''), 25, 6), :dimension, :label, :points, :long, coalesce(max(rank), -1) + 1
                        from network.level_grid
                        """)
                .param("id", Ids.next().toString())
                .param("dimension", dimension)
                .param("label", label)
                .param("points", points)
                .param("long", longTerm)
                .update();
    }

    /// Opens a national theme in the structure from a day on, again if it was closed.
    void openTheme(Sent form) {
        var theme = form.value("theme");
        if (!isTheme(theme)) form.errors().add("theme", WebText.CHOICE);
        var since = form.requiredDay("since", LocalDate.now(clock));
        FormRefused.unless(form.errors());
        sql.sql(
                        """
                        insert into network.network_theme (theme_code, since) values (:theme, :since)
                        on conflict (network_id, theme_code) do update set until = null, since = least(network_theme.since, excluded.since)
                        """)
                .param("theme", theme)
                .param("since", since)
                .update();
    }

    /// Closes a theme on a day, the last of its life; accompaniments under it go on.
    void closeTheme(Sent form) {
        var theme = form.value("theme");
        var until = form.requiredDay("until", LocalDate.now(clock));
        var since =
                sql.sql("select since from network.network_theme where theme_code = :theme")
                        .param("theme", theme)
                        .query((row, _) -> row.getObject("since", LocalDate.class))
                        .optional()
                        .orElseThrow(() -> new NotFound("theme", null));
        if (until.isBefore(since))
            form.errors()
                    .add(
                            "until",
                            NetworkText.THEME_CLOSED_EARLY.formatted(
                                    fr.maillage.kernel.FrenchDates.date(since)));
        FormRefused.unless(form.errors());
        sql.sql("update network.network_theme set until = :until where theme_code = :theme")
                .param("until", until)
                .param("theme", theme)
                .update();
    }
}
