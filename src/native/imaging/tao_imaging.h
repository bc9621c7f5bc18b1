// The C ABI of Tao.Imaging. Pixels are RGB or gray, 8 bit, rows without padding; every call returns a TaoStatus, and
// tao_imaging_last_error() says in words what went wrong on the calling thread. No C++ type or exception crosses.
#pragma once

#include <stdint.h>

#define TAO_API extern "C" __attribute__((visibility("default")))

// Raised with every change of a signature below; the managed side refuses a library of another version.
#define TAO_IMAGING_ABI 2

typedef enum TaoStatus {
    TAO_OK = 0,
    TAO_INVALID_ARGUMENT = 1,
    TAO_CORRUPT = 2,
    TAO_TRUNCATED = 3,
    TAO_UNSUPPORTED = 4,
    TAO_FAILED = 5,
} TaoStatus;

typedef enum TaoInterpolation { TAO_NEAREST = 0, TAO_AREA = 3 } TaoInterpolation;

typedef struct TaoPixels {
    uint8_t* data;
    int32_t width;
    int32_t height;
    int32_t channels;
} TaoPixels;

typedef struct TaoPen {
    uint8_t red, green, blue;
    int32_t thickness; // in pixels; -1 fills the shape
} TaoPen;

typedef struct TaoBytes TaoBytes; // an encoded file, freed by tao_imaging_bytes_free

TAO_API int32_t tao_imaging_abi_version(void);
TAO_API const char* tao_imaging_last_error(void);

// `out` is a caller's buffer of exactly the size the picture will have; `eighths` (1..8) scales it to ceil(side * eighths / 8).
TAO_API int32_t tao_imaging_decode_jpeg(const uint8_t* data, int64_t size, int32_t eighths, const TaoPixels* out);
// PNG, BMP, PNM, TIFF. 16-bit samples are scaled to 8 bit (v * 255 / 65535, rounded), alpha is dropped, EXIF is not applied.
TAO_API int32_t tao_imaging_decode(const uint8_t* data, int64_t size, const TaoPixels* out);
TAO_API int32_t tao_imaging_encode_jpeg(const TaoPixels* image, int32_t quality, TaoBytes** out);
TAO_API int32_t tao_imaging_encode_png(const TaoPixels* image, TaoBytes** out);
TAO_API const uint8_t* tao_imaging_bytes_data(const TaoBytes* bytes);
TAO_API int64_t tao_imaging_bytes_size(const TaoBytes* bytes);
TAO_API void tao_imaging_bytes_free(TaoBytes* bytes);

TAO_API int32_t tao_imaging_resize(const TaoPixels* source, const TaoPixels* target, int32_t interpolation);

// map: six numbers, two rows of three; a pixel's centre on the target, (x, y, 1), to its place on the source. Bilinear, black outside.
TAO_API int32_t tao_imaging_warp(const TaoPixels* source, const TaoPixels* target, const double* map);
// matrix: a row for each channel, with a last column to add; results are rounded and cut to 0..255.
TAO_API int32_t tao_imaging_transform_colors(const TaoPixels* image, const double* matrix);
// A Gaussian of 2 * radius + 1 taps a side, black outside.
TAO_API int32_t tao_imaging_blur(const TaoPixels* image, int32_t radius, double deviation);

TAO_API int32_t tao_imaging_draw_line(const TaoPixels* image, int32_t x0, int32_t y0, int32_t x1, int32_t y1, const TaoPen* pen);
// points: count pairs x, y.
TAO_API int32_t tao_imaging_draw_polygon(const TaoPixels* image, const int32_t* points, int32_t count, const TaoPen* pen);
// box: centre x, centre y, half-width, half-height; angle in degrees.
TAO_API int32_t tao_imaging_draw_ellipse(const TaoPixels* image, const int32_t* box, double angle, const TaoPen* pen);
// (x, y) is the left end of the base line. OpenCV's Hershey font draws ASCII only.
TAO_API int32_t tao_imaging_draw_text(const TaoPixels* image, const char* text, int32_t x, int32_t y, double scale, const TaoPen* pen);
TAO_API int32_t tao_imaging_text_size(const char* text, double scale, int32_t thickness, int32_t* width, int32_t* height, int32_t* baseline);
