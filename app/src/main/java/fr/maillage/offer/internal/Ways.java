package fr.maillage.offer.internal;

import fr.maillage.kernel.SpeedModel;
import fr.maillage.network.Setting;
import java.util.HashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How far things are for this structure: the same speeds as its rounds.
@Component
@Transactional(readOnly = true)
class Ways {

    private final JdbcClient sql;

    Ways(JdbcClient sql) {
        this.sql = sql;
    }

    /// @param model speeds of the structure
    /// @param town inhabitants from which one drives as in a town
    record Roads(SpeedModel model, int town) {

        /// Minutes of a way told as the crow flies.
        int minutes(int metres, int fromPopulation, int toPopulation) {
            return model.minutes(model.road(metres), fromPopulation >= town, toPopulation >= town);
        }

        /// Kilometres of the road, whole.
        int km(int metres) {
            return Math.round(model.road(metres) / 1000f);
        }
    }

    Roads read() {
        var own = new HashMap<String, Integer>();
        sql.sql(
                        "select key, value from network.own_setting where network_id = platform.acting() and key like 'TRAVEL_%'")
                .query((row, _) -> own.put(row.getString("key"), row.getInt("value")))
                .list();
        return new Roads(
                new SpeedModel(
                        of(own, Setting.TRAVEL_DETOUR),
                        of(own, Setting.TRAVEL_TOWN_KMH),
                        of(own, Setting.TRAVEL_COUNTRY_KMH),
                        of(own, Setting.TRAVEL_STOP_MINUTES),
                        of(own, Setting.TRAVEL_INSIDE_METRES)),
                of(own, Setting.TRAVEL_TOWN_INHABITANTS));
    }

    private static int of(HashMap<String, Integer> own, Setting setting) {
        return own.getOrDefault(setting.name(), setting.byDefault());
    }
}
