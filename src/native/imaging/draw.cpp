#include "status.h"

#include <opencv2/imgproc.hpp>

#include <vector>

namespace {
constexpr int Font = cv::FONT_HERSHEY_SIMPLEX;

bool valid_pen(const TaoPen* pen, bool may_fill) {
    return pen && ((pen->thickness > 0 && pen->thickness <= 255) || (may_fill && pen->thickness == -1));
}
} // namespace

TAO_API int32_t tao_imaging_draw_line(const TaoPixels* image, int32_t x0, int32_t y0, int32_t x1, int32_t y1, const TaoPen* pen) {
    return tao::guarded([&]() -> int32_t {
        if (!tao::valid(image) || !valid_pen(pen, false))
            return tao::fail(TAO_INVALID_ARGUMENT, "draw_line: bad argument");
        cv::Mat canvas = tao::wrap(*image);
        cv::line(canvas, {x0, y0}, {x1, y1}, tao::colour(*pen), pen->thickness, cv::LINE_8);
        return TAO_OK;
    });
}

TAO_API int32_t tao_imaging_draw_polygon(const TaoPixels* image, const int32_t* points, int32_t count, const TaoPen* pen) {
    return tao::guarded([&]() -> int32_t {
        if (!tao::valid(image) || !points || count < 2 || !valid_pen(pen, true))
            return tao::fail(TAO_INVALID_ARGUMENT, "draw_polygon: bad argument");
        cv::Mat canvas = tao::wrap(*image);
        std::vector<std::vector<cv::Point>> outline(1);
        for (int32_t i = 0; i < count; ++i)
            outline[0].emplace_back(points[2 * i], points[2 * i + 1]);
        if (pen->thickness < 0)
            cv::fillPoly(canvas, outline, tao::colour(*pen), cv::LINE_8);
        else
            cv::polylines(canvas, outline, true, tao::colour(*pen), pen->thickness, cv::LINE_8);
        return TAO_OK;
    });
}

TAO_API int32_t tao_imaging_draw_ellipse(const TaoPixels* image, const int32_t* box, double angle, const TaoPen* pen) {
    return tao::guarded([&]() -> int32_t {
        if (!tao::valid(image) || !box || box[2] < 0 || box[3] < 0 || !valid_pen(pen, true))
            return tao::fail(TAO_INVALID_ARGUMENT, "draw_ellipse: bad argument");
        cv::Mat canvas = tao::wrap(*image);
        cv::ellipse(canvas, {box[0], box[1]}, {box[2], box[3]}, angle, 0, 360, tao::colour(*pen), pen->thickness, cv::LINE_8);
        return TAO_OK;
    });
}

TAO_API int32_t tao_imaging_draw_text(const TaoPixels* image, const char* text, int32_t x, int32_t y, double scale, const TaoPen* pen) {
    return tao::guarded([&]() -> int32_t {
        if (!tao::valid(image) || !text || !(scale > 0) || !valid_pen(pen, false))
            return tao::fail(TAO_INVALID_ARGUMENT, "draw_text: bad argument");
        cv::Mat canvas = tao::wrap(*image);
        cv::putText(canvas, text, {x, y}, Font, scale, tao::colour(*pen), pen->thickness, cv::LINE_AA);
        return TAO_OK;
    });
}

TAO_API int32_t tao_imaging_text_size(const char* text, double scale, int32_t thickness, int32_t* width, int32_t* height, int32_t* baseline) {
    return tao::guarded([&]() -> int32_t {
        if (!text || !(scale > 0) || thickness < 1 || !width || !height || !baseline)
            return tao::fail(TAO_INVALID_ARGUMENT, "text_size: bad argument");
        const cv::Size size = cv::getTextSize(text, Font, scale, thickness, baseline);
        *width = size.width;
        *height = size.height;
        return TAO_OK;
    });
}
