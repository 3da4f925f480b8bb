package fr.maillage.web.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.catalina.core.ApplicationPart;
import org.apache.tomcat.util.http.fileupload.FileItem;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.disk.DiskFileItemFactory;
import org.apache.tomcat.util.http.fileupload.impl.FileUploadIOException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/// A form with files that does not say how much it weighs, read part by part up to a limit. Past it
/// the words read so far remain and no file does. Closing it removes the files from the disk.
final class UncountedForm implements AutoCloseable {

    private static final int IN_MEMORY = 64 << 10;
    private static final int MOST_PARTS = 200;

    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private boolean tooLarge;

    private UncountedForm() {}

    static UncountedForm read(HttpServletRequest request, long limit) throws IOException {
        var form = new UncountedForm();
        var upload = new FileUpload();
        upload.setSizeMax(limit);
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        try {
            var items = upload.getItemIterator(new ServletRequestContext(request));
            while (!form.tooLarge && items.hasNext()) form.take(items.next());
        } catch (FileUploadIOException | FileUploadException _) {
            form.turnDown();
        }
        return form;
    }

    private void take(FileItemStream item) throws IOException {
        if (parts.size() == MOST_PARTS) {
            turnDown();
            return;
        }
        var kept = item.isFormField() ? word(item) : file(item);
        parts.add(new ApplicationPart(kept, folder()));
    }

    private FileItem word(FileItemStream item) throws IOException {
        var kept = empty(item);
        try (var in = item.openStream();
                var out = kept.getOutputStream()) {
            var bytes = in.readNBytes(UploadGuard.MOST_WORDS);
            out.write(bytes);
            words.computeIfAbsent(item.getFieldName(), _ -> new ArrayList<>())
                    .add(new String(bytes, StandardCharsets.UTF_8));
        }
        return kept;
    }

    private FileItem file(FileItemStream item) throws IOException {
        var kept = empty(item);
        try (var in = item.openStream();
                var out = kept.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            kept.delete();
            throw e;
        }
        return kept;
    }

    private static FileItem empty(FileItemStream item) {
        var kept =
                new DiskFileItemFactory(IN_MEMORY, folder())
                        .createItem(
                                item.getFieldName(),
                                item.getContentType(),
                                item.isFormField(),
                                item.getName());
        kept.setHeaders(item.getHeaders());
        return kept;
    }

    private static File folder() {
        return new File(System.getProperty("java.io.tmpdir"));
    }

    private void turnDown() throws IOException {
        tooLarge = true;
        close();
        parts.clear();
    }

    /// Whether its files were left because of their weight, or their number.
    boolean tooLarge() {
        return tooLarge;
    }

    Map<String, List<String>> words() {
        return words;
    }

    List<Part> parts() {
        return parts;
    }

    @Override
    public void close() throws IOException {
        for (var part : parts) part.delete();
    }
}
