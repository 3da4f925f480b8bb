package fr.maillage.portal.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who accompanies the person.
public record MyCirclePage(
        Reader reader,
        List<Member> professionals,
        List<Member> relatives,
        @Nullable String coordinator,
        String structure,
        String phone,
        String dial) {

    /// @param sees what this member may read of the plan, in words
    public record Member(
            String name,
            String quality,
            @Nullable String phone,
            @Nullable String dial,
            String sees) {}
}
