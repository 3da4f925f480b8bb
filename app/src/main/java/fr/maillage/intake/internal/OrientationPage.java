package fr.maillage.intake.internal;

import fr.maillage.web.FormErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Handing a situation over to a structure better able to help.
///
/// @param days days before an unacknowledged hand-over is an alert
/// @param doors entrances of the register, the right one first; none when the request is ours
public record OrientationPage(
        String id,
        String title,
        @Nullable String detail,
        boolean aboutNobody,
        boolean open,
        String agreement,
        List<Choice> kinds,
        int days,
        FormErrors errors,
        Typed typed,
        List<Entrance> doors) {

    /// An entrance that declares this place, theme and age, when ours does not.
    ///
    /// @param href the form filled for it
    public record Entrance(
            String href, String name, String phone, String now, List<String> why, boolean sure) {}

    public record Typed(String toKind, String toName, String content, boolean agreed) {
        static final Typed NOTHING = new Typed("", "", "", false);
    }
}
