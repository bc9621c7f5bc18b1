#include "status.h"

#include <opencv2/imgproc.hpp>

TAO_API int32_t tao_imaging_warp(const TaoPixels* source, const TaoPixels* target, const double* map) {
    return tao::guarded([&]() -> int32_t {
        if (!tao::valid(source) || !tao::valid(target) || source->channels != target->channels || !map)
            return tao::fail(TAO_INVALID_ARGUMENT, "warp: bad argument");
        cv::Mat to = tao::wrap(*target);
        const cv::Matx23d matrix(map);
        cv::warpAffine(tao::wrap(*source), to, matrix, to.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT, cv::Scalar::all(0));
        return TAO_OK;
    });
}

TAO_API int32_t tao_imaging_transform_colors(const TaoPixels* image, const double* matrix) {
    return tao::guarded([&]() -> int32_t {
        if (!tao::valid(image) || !matrix)
            return tao::fail(TAO_INVALID_ARGUMENT, "transform_colors: bad argument");
        cv::Mat pixels = tao::wrap(*image);
        const cv::Mat rows(image->channels, image->channels + 1, CV_64F, const_cast<double*>(matrix));
        cv::transform(pixels, pixels, rows);
        return TAO_OK;
    });
}

TAO_API int32_t tao_imaging_blur(const TaoPixels* image, int32_t radius, double deviation) {
    return tao::guarded([&]() -> int32_t {
        if (!tao::valid(image) || radius < 0 || radius > 127 || !(deviation > 0))
            return tao::fail(TAO_INVALID_ARGUMENT, "blur: bad argument");
        cv::Mat pixels = tao::wrap(*image);
        const cv::Mat taps = cv::getGaussianKernel(2 * radius + 1, deviation, CV_64F);
        cv::sepFilter2D(pixels, pixels, -1, taps, taps, cv::Point(-1, -1), 0, cv::BORDER_CONSTANT);
        return TAO_OK;
    });
}
