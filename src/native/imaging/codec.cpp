#include "status.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <memory>
#include <vector>

struct TaoBytes {
    std::vector<uint8_t> data;
};

namespace {

// IMREAD_ANYDEPTH keeps 16 bits, so that they can be rounded and not cut off; IMREAD_COLOR / GRAYSCALE drops the alpha channel.
int32_t decode(const uint8_t* data, int64_t size, const TaoPixels& out) {
    const cv::Mat file(1, static_cast<int>(size), CV_8UC1, const_cast<uint8_t*>(data));
    const int kind = out.channels == 1 ? cv::IMREAD_GRAYSCALE : cv::IMREAD_COLOR;
    cv::Mat image = cv::imdecode(file, kind | cv::IMREAD_ANYDEPTH | cv::IMREAD_IGNORE_ORIENTATION);
    if (image.empty())
        return tao::fail(TAO_CORRUPT, "the decoder could not read the pixels");
    if (image.depth() != CV_8U && image.depth() != CV_16U)
        return tao::fail(TAO_UNSUPPORTED, "only samples of 8 or 16 bit are supported");
    if (image.cols != out.width || image.rows != out.height || image.channels() != out.channels)
        return tao::fail(TAO_CORRUPT, "the picture has another size than its header says");
    cv::Mat target = tao::wrap(out);
    if (image.depth() == CV_16U)
        image.convertTo(image, CV_8U, 1.0 / 257.0);
    if (out.channels == 3)
        cv::cvtColor(image, target, cv::COLOR_BGR2RGB);
    else
        image.copyTo(target);
    return TAO_OK;
}

int32_t encode(const TaoPixels& image, const char* extension, const std::vector<int>& settings, TaoBytes** out) {
    cv::Mat source = tao::wrap(image);
    cv::Mat swapped; // its own memory: `source` is the caller's
    if (image.channels == 3)
        cv::cvtColor(source, swapped, cv::COLOR_RGB2BGR);
    else
        swapped = source;
    auto bytes = std::make_unique<TaoBytes>();
    if (!cv::imencode(extension, swapped, bytes->data, settings))
        return tao::fail(TAO_FAILED, "the encoder refused the image");
    *out = bytes.release();
    return TAO_OK;
}

} // namespace

TAO_API int32_t tao_imaging_decode(const uint8_t* data, int64_t size, const TaoPixels* out) {
    return tao::guarded([&]() -> int32_t {
        if (!data || size <= 0 || size > INT32_MAX || !tao::valid(out))
            return tao::fail(TAO_INVALID_ARGUMENT, "decode: bad argument");
        return decode(data, size, *out);
    });
}

TAO_API int32_t tao_imaging_encode_jpeg(const TaoPixels* image, int32_t quality, TaoBytes** out) {
    return tao::guarded([&]() -> int32_t {
        if (!tao::valid(image) || !out || quality < 1 || quality > 100)
            return tao::fail(TAO_INVALID_ARGUMENT, "encode_jpeg: bad argument");
        return encode(*image, ".jpg", {cv::IMWRITE_JPEG_QUALITY, quality}, out);
    });
}

TAO_API int32_t tao_imaging_encode_png(const TaoPixels* image, TaoBytes** out) {
    return tao::guarded([&]() -> int32_t {
        if (!tao::valid(image) || !out)
            return tao::fail(TAO_INVALID_ARGUMENT, "encode_png: bad argument");
        return encode(*image, ".png", {cv::IMWRITE_PNG_COMPRESSION, 6}, out);
    });
}

TAO_API const uint8_t* tao_imaging_bytes_data(const TaoBytes* bytes) {
    return bytes->data.data();
}

TAO_API int64_t tao_imaging_bytes_size(const TaoBytes* bytes) {
    return static_cast<int64_t>(bytes->data.size());
}

TAO_API void tao_imaging_bytes_free(TaoBytes* bytes) {
    delete bytes;
}
