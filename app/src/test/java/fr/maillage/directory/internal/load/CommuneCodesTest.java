package fr.maillage.directory.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.directory.internal.files.Fields;
import fr.maillage.directory.internal.files.Lines;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommuneCodesTest {

    private final Remarks remarks = new Remarks();

    @Test
    void a_code_of_yesterday_is_read_as_todays_and_what_nothing_knows_is_told_once_a_code()
            throws Exception {
        var codes = new CommuneCodes(Set.of("49015", "59350"), Map.of("49087", "49015"));
        assertThat(read(codes, "49087\n59350\n49087\n99999\n\n99999\n99998\n"))
                .isEqualTo("49015 - 49015 - - -");
        codes.tell(remarks);
        assertThat(remarks.counts().get(Reason.FORMER_COMMUNE)[0]).isEqualTo(2);
        assertThat(remarks.counts().get(Reason.COMMUNE)[0]).isEqualTo(3);
        assertThat(remarks.kept())
                .extracting(Remarks.Remark::detail)
                .containsExactly("49087 → 49015", "99998", "99999");
    }

    @Test
    void a_file_that_puts_something_else_there_is_counted_whole_and_named_in_part()
            throws Exception {
        var codes = new CommuneCodes(Set.of(), Map.of());
        read(
                codes,
                IntStream.range(0, 20_500)
                        .mapToObj(i -> "x" + i + "\n")
                        .collect(Collectors.joining()));
        codes.tell(remarks);
        assertThat(remarks.counts().get(Reason.COMMUNE)[0]).isEqualTo(20_500);
        assertThat(remarks.kept()).hasSize(Remarks.KEPT);
    }

    /// What each line is read as; « - » for what stays as it is.
    private static String read(CommuneCodes codes, String text) throws Exception {
        var lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        var fields = new Fields('|');
        var read = new StringBuilder();
        while (lines.next()) {
            if (lines.end() == lines.start()) continue;
            fields.cut(lines);
            var now = codes.today(fields, 0);
            read.append(read.isEmpty() ? "" : " ").append(now == null ? "-" : now);
        }
        return read.toString();
    }
}
