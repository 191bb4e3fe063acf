@echo off
rem Installs Sanad for this user from this folder, with no internet. NEVER RUN: see README.md.
setlocal
cd /d "%~dp0"

for /f "tokens=1,2" %%a in (SHA256SUMS) do call :verify %%a %%b || goto :changed

rem Windows 11 has the web view; on Windows 10 it may be missing. This needs no administrator.
reg query "HKCU\Software\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}" /v pv >nul 2>&1 ^
 || reg query "HKLM\SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}" /v pv >nul 2>&1 ^
 || MicrosoftEdgeWebView2RuntimeInstallerX64.exe /silent /install || goto :failed

msiexec /i sanad.msi /passive || goto :failed
if exist models xcopy /y /i models "%APPDATA%\sanad\sanad\data\models" || goto :failed
echo Sanad is installed.
exit /b 0

:verify
certutil -hashfile "%~2" SHA256 | findstr /i /x "%~1" >nul
exit /b %errorlevel%

:changed
echo A file in this folder is not as it was made. Nothing was installed. 1>&2
exit /b 1

:failed
echo Sanad was not installed. 1>&2
exit /b 1
