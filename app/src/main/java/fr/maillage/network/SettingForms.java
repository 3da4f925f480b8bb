package fr.maillage.network;

import fr.maillage.web.Sent;
import java.util.Collection;
import java.util.Map;

/// Thresholds as a form shows and sends them, for the pages of other modules: a field has the name
/// of its setting, followed by `-` and the level when it is that of a level.
public interface SettingForms {

    /// What the structure set, by name of field; the others follow the structure, or the default.
    Map<String, String> values();

    /// Reads these settings in the form and keeps them all in one go. What is out of bounds is
    /// refused beside its field (`FormRefused`). Call inside a transaction.
    void save(Sent form, Collection<Setting> settings);

    /// Whether a setting may differ from one level to another.
    boolean byLevel(Setting setting);
}
