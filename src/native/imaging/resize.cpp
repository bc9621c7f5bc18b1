#include "status.h"

#include <opencv2/imgproc.hpp>

TAO_API int32_t tao_imaging_resize(const TaoPixels* source, const TaoPixels* target, int32_t interpolation) {
    return tao::guarded([&]() -> int32_t {
        if (!tao::valid(source) || !tao::valid(target) || source->channels != target->channels)
            return tao::fail(TAO_INVALID_ARGUMENT, "resize: bad argument");
        if (interpolation != TAO_NEAREST && interpolation != TAO_AREA)
            return tao::fail(TAO_INVALID_ARGUMENT, "resize: unknown interpolation");
        cv::Mat to = tao::wrap(*target);
        cv::resize(tao::wrap(*source), to, to.size(), 0, 0, interpolation == TAO_AREA ? cv::INTER_AREA : cv::INTER_NEAREST_EXACT);
        return TAO_OK;
    });
}
