package fr.maillage.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.maillage.testing.Proves;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Papers that arrive: dropped on the page, photographed page after page, then read where they are
/// kept.
class PapersTest {

    private static Browsing browsing;

    @BeforeAll
    static void start() {
        browsing = Browsing.start();
    }

    @Test
    @Proves("REQ-CONTACTLOG-05")
    void files_are_dropped_and_pages_photographed_become_one_pdf() throws Exception {
        var mark = String.valueOf(System.currentTimeMillis());
        try (var claire = browsing.enter("Claire DUMONT")) {
            var page = claire.page();
            var papers = claire.leroy() + "/documents";
            claire.open(papers + "/ajouter");
            drop(page, "ordonnance-" + mark + ".txt", "compte-rendu-" + mark + ".txt");
            assertThat(page.locator("[data-chosen] li").allInnerTexts())
                    .hasSize(3)
                    .anyMatch(line -> line.contains("vide-") && line.contains("ne sera pas pris"));
            claire.look("documents-glisses");
            page.locator("form[enctype] .btn-primary").click();
            // the good ones are kept, the empty one says why
            page.locator(".notice.is-done").waitFor();
            assertThat(claire.text()).contains("vide-").contains("vide");
            claire.open(papers);
            assertThat(claire.text()).contains("ordonnance " + mark, "compte rendu " + mark);

            claire.open(papers + "/ajouter");
            var camera = page.locator("input[name=page]");
            assertThat(camera.first().getAttribute("capture")).isEqualTo("environment");
            assertThat(camera.first().getAttribute("accept")).isEqualTo("image/*");
            assertThat(page.locator("[data-page]:visible").count()).isEqualTo(1);
            for (int number = 0; number < 2; number++) {
                camera.nth(number)
                        .setInputFiles(
                                new FilePayload(
                                        "photo" + number + ".jpg",
                                        "image/jpeg",
                                        photograph(Long.parseLong(mark) + number)));
                assertThat(page.locator("[data-page]:visible").count()).isEqualTo(number + 2);
            }
            page.fill("#title", "Sortie d’hôpital " + mark);
            page.locator("form[enctype] .btn-primary").click();
            page.waitForURL("**" + papers);
            page.getByText("Sortie d’hôpital " + mark).first().click();
            page.locator("iframe.viewer").waitFor();
            assertThat(page.locator("dl.facts").first().innerText()).contains("2\u00A0pages");
            claire.look("document");
            var bytes = claire.context().request().get(browsing.address() + content(page)).body();
            try (var pdf = Loader.loadPDF(bytes)) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            }
            assertThat(claire.complaints().stream().filter(said -> !said.contains("422")))
                    .isEmpty();
        }
    }

    private static String content(Page page) {
        return page.locator("iframe.viewer").getAttribute("src").replaceFirst("#.*", "");
    }

    /// Two files and an empty one, dropped as from the desktop.
    private static void drop(Page page, String one, String other) {
        var dropped =
                page.evaluateHandle(
                        """
                        ([one, other]) => {
                          const list = new DataTransfer();
                          for (const name of [one, other]) list.items.add(new File(['Contenu de ' + name], name, { type: 'text/plain' }));
                          list.items.add(new File([], 'vide-' + one, { type: 'text/plain' }));
                          return list;
                        }
                        """,
                        new String[] {one, other});
        page.dispatchEvent("[data-drop]", "drop", Map.of("dataTransfer", dropped));
    }

    /// A page of paper nobody photographed before.
    private static byte[] photograph(long seed) throws IOException {
        var image = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
        var random = new java.util.SplittableRandom(seed);
        var draw = image.createGraphics();
        draw.setColor(Color.WHITE);
        draw.fillRect(0, 0, 600, 800);
        draw.setColor(Color.DARK_GRAY);
        for (int line = 60; line < 760; line += 24)
            draw.fillRect(60, line, 100 + random.nextInt(380), 8);
        draw.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
