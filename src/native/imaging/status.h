// How every entry point turns C++ failures into a status and a message.
#pragma once

#include "tao_imaging.h"

#include <opencv2/core.hpp>

#include <exception>
#include <string>

namespace tao {

int32_t fail(TaoStatus status, const std::string& message);

// OpenCV keeps quiet and single-threaded: images are the unit of parallelism, and stderr belongs to the program.
void prepare_opencv();

inline cv::Mat wrap(const TaoPixels& pixels) {
    return cv::Mat(pixels.height, pixels.width, CV_8UC(pixels.channels), pixels.data);
}

inline bool valid(const TaoPixels* pixels) {
    return pixels && pixels->data && pixels->width > 0 && pixels->height > 0 && (pixels->channels == 1 || pixels->channels == 3);
}

inline cv::Scalar colour(const TaoPen& pen) {
    return cv::Scalar(pen.red, pen.green, pen.blue);
}

template <typename Body>
int32_t guarded(Body body) noexcept {
    try {
        prepare_opencv();
        return body();
    } catch (const cv::Exception& e) {
        return fail(TAO_FAILED, e.err.empty() ? e.what() : e.err);
    } catch (const std::exception& e) {
        return fail(TAO_FAILED, e.what());
    } catch (...) {
        return fail(TAO_FAILED, "unknown C++ exception");
    }
}

} // namespace tao
