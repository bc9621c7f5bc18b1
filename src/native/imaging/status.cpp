#include "status.h"

#include <opencv2/core/utils/logger.hpp>

#include <cstdio>
#include <mutex>

namespace {
// A plain buffer: recording an error must not be able to fail, least of all after std::bad_alloc.
thread_local char last_error[512];
} // namespace

namespace tao {

int32_t fail(TaoStatus status, const std::string& message) {
    std::snprintf(last_error, sizeof last_error, "%s", message.c_str());
    return status;
}

void prepare_opencv() {
    static std::once_flag once;
    std::call_once(once, [] {
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        cv::setNumThreads(1);
        cv::redirectError([](int, const char*, const char*, const char*, int, void*) { return 0; });
    });
}

} // namespace tao

TAO_API int32_t tao_imaging_abi_version(void) {
    return TAO_IMAGING_ABI;
}

TAO_API const char* tao_imaging_last_error(void) {
    return last_error;
}
