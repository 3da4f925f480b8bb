package fr.maillage.network.internal;

import fr.maillage.network.Setting;
import fr.maillage.web.Sent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The thresholds as typed: for the structure (field `NO_CONTACT_DAYS`) and, where a level makes
/// sense, for a level (`NO_CONTACT_DAYS-3`). An empty field means the default, or the structure's
/// own for a level.
final class Thresholds {

    /// Those that may differ from one level to another.
    static final Set<Setting> BY_LEVEL =
            EnumSet.of(
                    Setting.RECEIPT_DAYS,
                    Setting.SILENCE_DAYS,
                    Setting.SILENCE_DECISION_DAYS,
                    Setting.REASSESS_NOTICE_DAYS,
                    Setting.REASSESS_MONTHS,
                    Setting.NO_CONTACT_DAYS,
                    Setting.NO_ACTOR_DAYS,
                    Setting.HANDOVER_DAYS,
                    Setting.DISCHARGE_VISIT_HOURS,
                    Setting.ACT_GRACE_DAYS,
                    Setting.CONSULTATION_GRACE_DAYS,
                    Setting.PPS_SEND_DAYS,
                    Setting.PROBLEM_DAYS,
                    Setting.STAY_TOLD_DAYS,
                    Setting.STAYS_WITHIN_DAYS,
                    Setting.CARER_SCORE);

    /// Those of the page « Seuils et délais »: all but what the rules of alerts show.
    static final List<Setting> OF_THE_PAGE =
            Arrays.stream(Setting.values()).filter(s -> !Setting.OF_ALERTS.contains(s)).toList();

    /// Whatever the level.
    static final int ANY = -1;

    /// @param level 0–3, or [#ANY]
    record Key(Setting setting, int level) {
        String field() {
            return level == ANY ? setting.name() : setting.name() + "-" + level;
        }
    }

    private Thresholds() {}

    /// Every threshold of the form, null where the field is empty. What is out of bounds or out of
    /// order is added to the form's errors.
    static Map<Key, @Nullable Integer> read(Sent form, Iterable<Setting> settings) {
        var values = new LinkedHashMap<Key, @Nullable Integer>();
        for (var setting : settings) {
            var key = new Key(setting, ANY);
            values.put(key, form.number(key.field(), setting.min(), setting.max()));
            if (!BY_LEVEL.contains(setting)) continue;
            for (int level = 0; level <= 3; level++) {
                var own = new Key(setting, level);
                values.put(own, form.number(own.field(), setting.min(), setting.max()));
            }
        }
        order(
                form,
                values,
                Setting.CASELOAD_LOW,
                Setting.CASELOAD_HIGH,
                true,
                NetworkText.LOW_ABOVE_HIGH);
        order(
                form,
                values,
                Setting.GRID_LEVEL_1,
                Setting.GRID_LEVEL_2,
                false,
                NetworkText.GRID_ORDER);
        order(
                form,
                values,
                Setting.URGENCY_FIRST_HOURS,
                Setting.URGENCY_SECOND_HOURS,
                false,
                NetworkText.URGENCY_ORDER);
        return values;
    }

    private static void order(
            Sent form,
            Map<Key, @Nullable Integer> values,
            Setting first,
            Setting second,
            boolean mayBeEqual,
            String sentence) {
        if (!values.containsKey(new Key(first, ANY)) || !values.containsKey(new Key(second, ANY)))
            return;
        var low = effective(values, first);
        var high = effective(values, second);
        if (low > high || low == high && !mayBeEqual) form.errors().add(second.name(), sentence);
    }

    private static int effective(Map<Key, @Nullable Integer> values, Setting setting) {
        var own = values.get(new Key(setting, ANY));
        return own == null ? setting.byDefault() : own;
    }
}
