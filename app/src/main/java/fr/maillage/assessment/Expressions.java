package fr.maillage.assessment;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Conditions over facts known by name, in FHIRPath: `%gir <= 4 and %vitSeul`. For rules that are
/// data in other modules; questionnaires have their own.
public interface Expressions {

    /// Reads a condition. Throws `IllegalArgumentException` when it is not FHIRPath or names a fact
    /// that is not of `facts`.
    ///
    /// @param where named in the exception: the rule it belongs to
    Condition read(String where, String expression, Set<String> facts);

    /// As [#read(String, String, Set)], whatever facts it names.
    Condition read(String where, String expression);

    /// A condition, shared by all threads.
    interface Condition {

        /// Whether it holds. A fact that is not known is empty, and what compares with it is not
        /// true. Throws `IllegalStateException` when the expression fails.
        ///
        /// @param facts by name; values are `Integer`, `BigDecimal`, `Boolean` or `String`
        boolean holds(Map<String, List<?>> facts);

        /// The facts it names.
        Set<String> names();
    }
}
