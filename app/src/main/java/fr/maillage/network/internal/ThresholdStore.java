package fr.maillage.network.internal;

import fr.maillage.network.Setting;
import fr.maillage.network.SettingForms;
import fr.maillage.web.FormRefused;
import fr.maillage.web.Sent;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The thresholds of a structure, as its forms read and write them.
@Component
@Transactional
class ThresholdStore implements SettingForms {

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    ThresholdStore(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> values() {
        var values = new HashMap<String, String>();
        sql.sql("select key, level, value from network.setting")
                .query((row, _) ->
                        values.put(
                                row.getInt("level") == Thresholds.ANY
                                        ? row.getString("key")
                                        : row.getString("key") + "-" + row.getInt("level"),
                                row.getString("value")))
                .list();
        return values;
    }

    @Override
    public void save(Sent form, Collection<Setting> settings) {
        var values = Thresholds.read(form, settings);
        FormRefused.unless(form.errors());
        store(values);
    }

    @Override
    public boolean byLevel(Setting setting) {
        return Thresholds.BY_LEVEL.contains(setting);
    }

    /// A line of the form, as PostgreSQL reads it.
    private record Line(String key, int level, @Nullable String value) {}

    /// What is empty, or the default for every level, is removed; what is unchanged keeps its day
    /// and its author.
    private void store(Map<Thresholds.Key, @Nullable Integer> values) {
        var lines =
                json.writeValueAsString(
                        values.entrySet().stream().map(ThresholdStore::line).toList());
        sql.sql(
                        """
                        delete from network.setting s using jsonb_to_recordset(cast(:lines as jsonb)) as l(key text, level int, value text)
                         where s.key = l.key and s.level = l.level and l.value is null
                        """)
                .param("lines", lines)
                .update();
        sql.sql(
                        """
                        insert into network.setting (key, level, value, changed_at)
                        select l.key, l.level, l.value, :now from jsonb_to_recordset(cast(:lines as jsonb)) as l(key text, level int, value text)
                         where l.value is not null
                        on conflict (network_id, key, level) do update set value = excluded.value, changed_at = excluded.changed_at, changed_by = platform.account()
                        where setting.value <> excluded.value
                        """)
                .param("lines", lines)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static Line line(Map.Entry<Thresholds.Key, @Nullable Integer> entry) {
        var key = entry.getKey();
        var value = entry.getValue();
        var asDefault =
                key.level() == Thresholds.ANY
                        && value != null
                        && value == key.setting().byDefault();
        return new Line(
                key.setting().name(),
                key.level(),
                value == null || asDefault ? null : value.toString());
    }
}
