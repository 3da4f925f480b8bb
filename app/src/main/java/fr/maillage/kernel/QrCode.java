package fr.maillage.kernel;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/// A QR code, with its quiet zone.
public final class QrCode {

    private static final int QUIET = 4;

    private final BitMatrix matrix;

    private QrCode(BitMatrix matrix) {
        this.matrix = matrix;
    }

    /// The code of `words`, at most some hundred letters.
    public static QrCode of(String words) {
        try {
            return new QrCode(
                    new QRCodeWriter()
                            .encode(
                                    words,
                                    BarcodeFormat.QR_CODE,
                                    0,
                                    0,
                                    Map.of(EncodeHintType.MARGIN, QUIET)));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /// Width and height, in modules.
    public int size() {
        return matrix.getWidth();
    }

    /// The dark modules as the path of an SVG of [#size()] by [#size()].
    public String path() {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++)
            for (int x = 0; x < matrix.getWidth(); x++)
                if (matrix.get(x, y))
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        return path.toString();
    }

    /// The picture as a PNG file, `scale` pixels a module.
    public byte[] png(int scale) {
        var side = matrix.getWidth() * scale;
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++)
                picture.setRGB(x, y, matrix.get(x / scale, y / scale) ? 0 : 0xFFFFFF);
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
