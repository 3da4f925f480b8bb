package fr.maillage.registry.internal.register;

import fr.maillage.web.Sent;
import java.util.List;
import java.util.Map;

/// What territorial networks ask of regional ones, for the two sides of each.
///
/// @param asked by this structure
/// @param received by it
/// @param regional networks that may be asked, by id
/// @param edited the request whose answer was refused; "" for none
public record SupportPage(
        List<Request> asked,
        List<Request> received,
        Map<String, String> regional,
        Map<String, String> missions,
        boolean hasSheet,
        Sent form,
        String edited) {

    /// @param other the other side
    /// @param mayAnswer the asked one, or the asker where the other does not work here
    public record Request(
            String id,
            String other,
            String href,
            String mission,
            String subject,
            String words,
            String asked,
            String wished,
            String state,
            String css,
            String answer,
            boolean mayAnswer,
            boolean mayAccept,
            boolean mayWithdraw) {}
}
