package org.filmwright.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.filmwright.base.ShotSize;
import org.filmwright.story.Shot;

/** Pictures to fill the sample with: a sky, a horizon and somebody in front, different for each shot and take. */
final class SamplePictures {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    private SamplePictures() {}

    static void write(Path file, Shot shot, int take) {
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(paint(shot, take), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage paint(Shot shot, int take) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Random random = new Random(shot.label().hashCode() * 31L + take);
        backdrop(pen, shot, take, random);
        if (shot.framing().size() == ShotSize.INSERT) {
            ticket(pen, take);
        } else {
            people(pen, shot, take);
        }
        pen.dispose();
        return image;
    }

    private static void backdrop(Graphics2D pen, Shot shot, int take, Random random) {
        boolean inside = shot.scene() == 2;
        boolean dawn = shot.scene() == 3;
        Color top = inside ? new Color(24, 24, 30) : dawn ? new Color(92, 118, 150) : new Color(20, 32, 54);
        Color low = inside ? new Color(70, 58, 44) : dawn ? new Color(236, 190, 128) : new Color(78, 104, 130);
        pen.setPaint(new GradientPaint(0, 0, top, 0, HEIGHT * 0.62f, low));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setPaint(new GradientPaint(0, HEIGHT * 0.62f, low.darker(), 0, HEIGHT, top.darker()));
        pen.fillRect(0, (int) (HEIGHT * 0.62), WIDTH, HEIGHT);
        for (int i = 0; i < 26; i++) {
            float r = 14 + random.nextInt(inside ? 50 : 26);
            float x = random.nextInt(WIDTH);
            float y = HEIGHT * 0.5f + random.nextInt(90);
            pen.setPaint(new RadialGradientPaint(x, y, r, new float[]{0, 1}, new Color[]{new Color(255, 220, 160, 110),
                new Color(255, 220, 160, 0)}));
            pen.fill(new Ellipse2D.Float(x - r, y - r, 2 * r, 2 * r));
        }
        if (inside) {
            float x = 420 + 160 * take;
            pen.setPaint(new RadialGradientPaint(x, 120, 620, new float[]{0, 1}, new Color[]{new Color(255, 214, 140,
                    170),
                new Color(255, 214, 140, 0)}));
            pen.fillRect(0, 0, WIDTH, HEIGHT);
        } else {
            ship(pen, 300 + 140 * take, (int) (HEIGHT * 0.62), shot.framing().size() == ShotSize.EWS ? 1.6 : 0.7);
        }
    }

    private static void ship(Graphics2D pen, int x, int y, double scale) {
        pen.setColor(new Color(14, 18, 28));
        pen.fillRect(x, (int) (y - 34 * scale), (int) (300 * scale), (int) (34 * scale));
        pen.fillRect((int) (x + 50 * scale), (int) (y - 62 * scale), (int) (190 * scale), (int) (30 * scale));
        pen.fillRect((int) (x + 130 * scale), (int) (y - 96 * scale), (int) (34 * scale), (int) (36 * scale));
        pen.setColor(new Color(255, 226, 160));
        for (int i = 0; i < 12; i++) {
            pen.fillRect((int) (x + (58 + i * 15) * scale), (int) (y - 52 * scale), (int) (6 * scale),
                    (int) (8 * scale));
        }
    }

    private static void people(Graphics2D pen, Shot shot, int take) {
        int count = shot.content().people().size();
        double head = Math.max(0.07, shot.framing().size().headHeight()) * HEIGHT * 0.7;
        for (int i = 0; i < count; i++) {
            double x = count == 1 ? 520 + take * 90 : 380 + i * 420 + take * 30;
            double y = HEIGHT * 0.2 + (0.5 - Math.min(0.5, shot.framing().size().headHeight())) * HEIGHT * 0.4;
            figure(pen, x, y, head, shot.content().people().get(i).equals("MARA"));
        }
    }

    private static void figure(Graphics2D pen, double x, double y, double head, boolean mara) {
        pen.setColor(new Color(22, 24, 32));
        Path2D body = new Path2D.Double();
        body.moveTo(x - head * 0.35, y + head);
        body.curveTo(x - head * 1.4, y + head * 1.3, x - head * 1.5, y + head * 2, x - head * 1.5, HEIGHT);
        body.lineTo(x + head * 1.7, HEIGHT);
        body.curveTo(x + head * 1.7, y + head * 2, x + head * 1.5, y + head * 1.3, x + head * 0.4, y + head);
        body.closePath();
        pen.fill(body);
        pen.setColor(mara ? new Color(196, 140, 52) : new Color(36, 92, 96));
        pen.setStroke(new BasicStroke((float) (head * 0.22), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.drawLine((int) (x - head * 0.35), (int) (y + head), (int) (x + head * 0.4), (int) (y + head * 1.02));
        pen.setColor(new Color(14, 14, 20));
        pen.fill(new Ellipse2D.Double(x - head * 0.42, y - head * 0.1, head * 0.84, head * 1.05));
    }

    private static void ticket(Graphics2D pen, int take) {
        pen.rotate(-0.12 + take * 0.05, WIDTH / 2.0, HEIGHT / 2.0);
        pen.setColor(new Color(236, 220, 180));
        pen.fillRoundRect(390, 220, 500, 250, 18, 18);
        pen.setColor(new Color(150, 52, 44));
        pen.fillRect(390, 256, 500, 26);
        pen.setColor(new Color(60, 52, 44));
        for (int i = 0; i < 4; i++) {
            pen.fillRect(430, 316 + i * 32, 320 - i * 50, 8);
        }
    }
}
