package fr.maillage.planning.internal;

import fr.maillage.network.Setting;
import fr.maillage.kernel.SpeedModel;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;

/// What the structure set for its rounds, read at once.
@Component
class RoundSettings {

    private final JdbcClient sql;

    RoundSettings(JdbcClient sql) {
        this.sql = sql;
    }

    /// Values of the acting structure; the default of those it left alone.
    record Values(Map<String, Integer> own) {
        int of(Setting setting) {
            return own.getOrDefault(setting.name(), setting.byDefault());
        }

        SpeedModel speed() {
            return new SpeedModel(
                    of(Setting.TRAVEL_DETOUR),
                    of(Setting.TRAVEL_TOWN_KMH),
                    of(Setting.TRAVEL_COUNTRY_KMH),
                    of(Setting.TRAVEL_STOP_MINUTES),
                    of(Setting.TRAVEL_INSIDE_METRES));
        }
    }

    Values read() {
        var own = new HashMap<String, Integer>();
        sql.sql("select key, value from network.own_setting where network_id = platform.acting()")
                .query((row, _) -> own.put(row.getString("key"), row.getInt("value")))
                .list();
        return new Values(Map.copyOf(own));
    }
}
